// Streamlit says in English, over the whole page, that its server does not answer. Here that is put
// away: the style sheet says it at the foot of the page, in its language, and one can read on.
const ENGLISH = "Connection error"
let connection = null
function startConnection() {
  connection ??= new MutationObserver(putAway)
  connection.observe(document.body, { childList: true })
}

function putAway() {
  for (const one of document.querySelectorAll('[data-testid="stDialog"] [role="dialog"]'))
    if (one.querySelector("h2")?.textContent === ENGLISH)
      one.querySelector('button[aria-label="Close"]')?.click()
}
