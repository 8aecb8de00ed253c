// For those who hear the page or use no mouse: names each card, keeps the order of headings, says
// a new headline, says Streamlit's own tools in the reader's language, and brings the reader to the card of a link or back to the one on the stage.

const PATIENCE = 300 // tenths of a second in which a card may still come
const STEPS = 40 // and in which the page may still grow above it

function cardOf(tool) {
  return tool.closest('[data-testid="stVerticalBlock"]')
}

// A card is a region that is called what its title says; the first card, what the page says.
function nameCards(headline) {
  for (const title of document.querySelectorAll(".atlas-card-title[id]")) name(cardOf(title), title)
  for (const foot of document.querySelectorAll('[class*="st-key-foot-"]')) {
    const card = cardOf(foot)
    if (card && headline && !card.querySelector(".atlas-card-title")) name(card, headline)
  }
}

function name(card, title) {
  if (!card) return
  title.id ||= "atlas-headline"
  if (card.getAttribute("aria-labelledby") === title.id) return
  card.setAttribute("role", "region")
  card.setAttribute("aria-labelledby", title.id)
}

// What stands below a heading is one level lower at most, whatever else a page shows between.
function orderHeadings() {
  let before = 0
  const main = document.querySelector('[data-testid="stMain"]')
  for (const heading of main?.querySelectorAll("h1, h2, h3, h4, h5, h6") ?? []) {
    const own = Number(heading.tagName[1])
    const level = Math.min(own, before + 1)
    if (level === own) heading.removeAttribute("aria-level")
    else if (heading.getAttribute("aria-level") !== `${level}`) heading.setAttribute("aria-level", level)
    before = level
  }
}

let said = null
function sayHeadline(headline) {
  const words = headline?.textContent.trim()
  if (!words || words === said) return
  if (said !== null) {
    const notice = document.querySelector("#atlas-notice") ?? noticeMade()
    notice.textContent = words
  }
  said = words
}

function noticeMade() {
  const notice = document.createElement("div")
  notice.id = "atlas-notice"
  notice.className = "atlas-heard"
  notice.setAttribute("role", "status")
  notice.setAttribute("aria-live", "polite")
  return document.body.appendChild(notice)
}

// What Streamlit names in English alone is named in the reader's language, each choice of the
// language switch in its own. Its menu on a phone is a list that holds sections: each is one.
let spoken = { names: {}, helps: {}, help: "", languages: [] }
function nameTools() {
  for (const [where, words] of Object.entries(spoken.names))
    for (const tool of document.querySelectorAll(where)) put(tool, "aria-label", words)
  for (const tool of document.querySelectorAll('button[aria-label^="Help for "]'))
    put(tool, "aria-label", `${spoken.help}: ${tool.getAttribute("aria-label").slice(9)}`)
  const choices = document.querySelectorAll(".st-key-language-switch [role=radio]")
  choices.forEach((choice, at) => spoken.languages[at] && put(choice, "lang", spoken.languages[at]))
  for (const [where, words] of Object.entries(spoken.helps))
    for (const tool of document.querySelectorAll(where)) help(tool, words)
  for (const section of document.querySelectorAll('ul[data-testid="stSidebarNavItems"] > div')) {
    put(section.parentElement, "role", "presentation")
    put(section, "role", "list")
    const head = section.querySelector(":scope > header")
    if (head) put(head, "role", "presentation")
  }
}

// Says what a control is for: to the pointer that rests on it, and to those who hear the page.
function help(tool, words) {
  put(tool, "title", words)
  const find = (where) => tool.querySelector(where)
  const control = find("[role=combobox]") ?? find("[role=radiogroup], [role=group]") ?? find("[role=slider], button, input")
  if (control) put(control, "title", words)
}

function put(part, name, words) {
  if (part.getAttribute(name) !== words) part.setAttribute(name, words)
}

function read() {
  nameTools()
  showAdded()
  const headline = document.querySelector(".atlas-headline")
  nameCards(headline)
  orderHeadings()
  sayHeadline(headline)
}

// Brings a card into view until the page has come to rest, or the reader moves it.
function goTo(find, focus) {
  let left = PATIENCE
  let last = null
  const stop = () => (left = 0)
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"])
    window.addEventListener(kind, stop, { once: true, passive: true })
  const step = () => {
    if (left-- <= 0) return
    const card = find()
    const top = card?.getBoundingClientRect().top
    if (card && last === null) left = STEPS
    if (card && top !== last) {
      card.scrollIntoView({ block: "start" })
      last = card.getBoundingClientRect().top
    }
    if (focus && document.activeElement === document.body) focus()?.focus({ preventScroll: true })
    window.setTimeout(step, 100)
  }
  step()
}

function linked() {
  const asked = decodeURIComponent(window.location.hash.slice(1))
  if (!asked.startsWith("card-")) return
  goTo(() => {
    const title = document.getElementById(asked)
    return title && cardOf(title)
  })
}

// To a card whose tools stand elsewhere, in the line of controls, the way back leads to these.
function back(card) {
  const tool = `.st-key-more-${CSS.escape(card.replace(/[^\w-]/g, "-"))}`
  const found = () => document.querySelector(tool)
  goTo(() => found() && cardOf(found()), () => found()?.querySelector("button"))
}

let reader = null
function startReading(said) {
  spoken = said
  if (reader) return read()
  let waiting = 0
  reader = new MutationObserver(() => {
    waiting ||= window.setTimeout(() => {
      waiting = 0
      read()
    }, 100)
  })
  noticeMade()
  read()
  reader.observe(document.body, { childList: true, subtree: true, characterData: true })
  linked()
  window.addEventListener("hashchange", linked)
}

