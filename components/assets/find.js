// The field in the bar that finds anything in the atlas: what is typed is asked of the server's
// route `/find`, and a choice is an ordinary link. No run of the page is needed for it. The server
// sends this script at `/find.js`, after the page (`probe.js`).
// A combobox as ARIA describes it: the field keeps the focus, arrows move through the list.

const WAIT = 120 // milliseconds after a key before the server is asked

let field = null
let finding = null // root, lang and words of the page

function made(tag, attributes, ...inside) {
  const part = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value)
  part.append(...inside)
  return part
}

function makeField() {
  const input = made("input", {
    type: "search", role: "combobox", id: "atlas-find-field", maxlength: 100, autocomplete: "off",
    spellcheck: false, autocapitalize: "none", "aria-autocomplete": "list", "aria-expanded": false,
    "aria-controls": "atlas-find-list", "aria-keyshortcuts": "/",
  })
  const opener = made("button", { type: "button", class: "atlas-find-opener", "aria-expanded": false })
  const list = made("div", { role: "listbox", id: "atlas-find-list" })
  const said = made("p", { role: "status", class: "atlas-find-said" })
  const all = made("a", { class: "atlas-find-all" })
  const panel = made("div", { class: "atlas-find-panel" }, said, list, all)
  const key = made("kbd", { "aria-hidden": true }, "/")
  const box = made("div", { class: "atlas-find-box" }, input, key, panel)
  const whole = made("div", { id: "atlas-find", role: "search" }, opener, box)
  document.body.prepend(whole)
  return { whole, input, opener, list, said, all, panel, at: -1, sure: false, timer: 0, asking: null, asked: null }
}

function nameField() {
  const { root, lang, words } = finding
  field.whole.lang = lang
  field.input.setAttribute("aria-label", words.label)
  field.input.placeholder = words.field
  field.opener.setAttribute("aria-label", words.label)
  field.list.setAttribute("aria-label", words.list)
  field.all.textContent = words.all
  field.all.href = `${root}/views?lang=${lang}`
  const bar = document.querySelector(".st-key-open-language-switch")?.getBoundingClientRect()
  const right = bar?.width ? document.documentElement.clientWidth - bar.left : 0
  if (right) field.whole.style.setProperty("--right", `${Math.round(right)}px`)
}

function options() {
  return [...field.list.children]
}

function mark(at) {
  const all = options()
  field.at = all.length ? (at + all.length) % all.length : -1
  all.forEach((one, index) => one.setAttribute("aria-selected", index === field.at))
  const one = all[field.at]
  if (one) field.input.setAttribute("aria-activedescendant", one.id)
  else field.input.removeAttribute("aria-activedescendant")
  one?.scrollIntoView({ block: "nearest" })
}

function openList(open) {
  field.whole.toggleAttribute("data-open", open)
  field.input.setAttribute("aria-expanded", open && options().length > 0)
  if (!open) mark(-1 - options().length)
}

function spread(open) {
  field.whole.toggleAttribute("data-spread", open)
  field.opener.setAttribute("aria-expanded", open)
}

function optionOf(hit, index) {
  const parts = [made("strong", {}, hit.title)]
  if (hit.where) parts.push(made("small", {}, hit.where))
  if (hit.finding && hit.finding !== hit.title) parts.push(made("span", {}, hit.finding))
  return made("a", {
    role: "option", id: `atlas-find-${index}`, href: hit.href, tabindex: -1, "aria-selected": false,
  }, ...parts)
}

function tell({ said, hits, sure }) {
  field.list.replaceChildren(...hits.map(optionOf))
  field.said.textContent = said
  field.at = -1
  field.sure = sure
  field.input.removeAttribute("aria-activedescendant")
  openList(Boolean(said))
}

async function ask() {
  const question = field.input.value.trim()
  if (field.asked === question) return
  field.asked = question
  field.asking?.abort()
  if (!question) return tell({ said: "", hits: [] })
  field.asking = new AbortController()
  const query = new URLSearchParams({ q: question, lang: finding.lang })
  try {
    const answer = await fetch(`${finding.root}/find?${query}`, { signal: field.asking.signal })
    const told = await answer.json()
    if (field.asked === question) tell(told)
  } catch (error) {
    if (error.name === "AbortError") return
    field.asked = null
    tell({ said: finding.words.broken, hits: [] })
  }
}

function typed() {
  window.clearTimeout(field.timer)
  field.timer = window.setTimeout(ask, WAIT)
}

async function enter() {
  window.clearTimeout(field.timer)
  await ask()
  const one = options()[field.at < 0 && field.sure ? 0 : field.at]
  if (one) one.click()
}

function escape() {
  if (field.whole.hasAttribute("data-open")) return openList(false)
  field.input.value = ""
  field.asked = null
  spread(false)
  field.input.blur()
}

const KEYS = {
  ArrowDown: () => (openList(Boolean(field.said.textContent)), mark(field.at + 1)),
  ArrowUp: () => mark(field.at < 0 ? -1 : field.at - 1),
  Enter: enter,
  Escape: escape,
}

function pressed(event) {
  event.stopPropagation() // keys of the page are not meant
  const act = !event.isComposing && KEYS[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

function isTyping(target) {
  return target.isContentEditable || Boolean(target.closest("input, textarea, select, [role=dialog]"))
}

function summoned(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.defaultPrevented || isTyping(event.target) || field.whole.hidden) return
  event.preventDefault()
  spread(true)
  field.input.focus()
  field.input.select()
}

export function startFinding(told, stage) {
  finding = told
  if (!field) {
    field = makeField()
    field.input.addEventListener("input", typed)
    field.input.addEventListener("keydown", pressed)
    field.input.addEventListener("focus", () => openList(Boolean(field.said.textContent)))
    field.opener.addEventListener("click", () => {
      const open = !field.whole.hasAttribute("data-spread")
      spread(open)
      if (open) field.input.focus()
    })
    field.whole.addEventListener("focusout", ({ relatedTarget }) => {
      if (field.whole.contains(relatedTarget)) return
      openList(false)
      spread(false)
    })
    field.list.addEventListener("pointerdown", event => event.preventDefault()) // the focus stays
    document.addEventListener("keydown", summoned)
    window.addEventListener("resize", nameField)
    new MutationObserver(nameField).observe(document.documentElement, { attributeFilter: ["lang"] })
  }
  field.whole.hidden = stage
  nameField()
}
