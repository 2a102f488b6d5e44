// The secret of the link stands after the #, so that it never reaches a server's log. Here it moves into the form and out of the address.
const secret = location.hash.slice(1);
if (secret) {
  document.getElementById('secret').value = secret;
  history.replaceState(null, '', location.pathname);
  document.getElementById('password').focus();
}
