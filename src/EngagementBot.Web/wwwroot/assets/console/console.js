// What has just happened is read out first: the message of this page takes the focus.
document.querySelector('[data-focus]')?.focus();

// Drafts lie in this tab only, and not longer than the sign-in.
document.querySelector('[data-sign-out]')?.addEventListener('submit', () => sessionStorage.clear());
