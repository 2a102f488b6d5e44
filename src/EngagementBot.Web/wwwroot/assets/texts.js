/** The page's own words, in its language. */
export const texts = JSON.parse(document.getElementById('texts').textContent);

export const language = document.documentElement.lang;

/** Languages are known by their first subtag: ar-EG is written as ar is. */
export const direction = tag => /^(ar|fa|ur|he)\b/i.test(tag ?? '') ? 'rtl' : 'ltr';
