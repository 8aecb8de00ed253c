// Gives a talk: one slide at a time, by keys, a clicker or a finger. Everything is drawn when the
// talk opens, so that it goes on without server and network. Nothing is sent anywhere.

const told = JSON.parse(document.getElementById("deck").textContent)
const { slides, fonts, words, kiosk } = told
const last = slides.length - 1
const groups = slides[last].group // what a talk goes through; one may have several slides
const first = (group) => slides.findIndex((slide) => slide.group === group)
const find = (name) => document.querySelector(name)
const REST = 2600 // milliseconds until the tools go
const PAUSE = 1200 // milliseconds after which a number that was typed counts
const LEFT = 60 // seconds untouched, after which the atlas shows itself again
const USUAL = 20 // seconds a slide when it shows itself

let at = 0
let black = false
let typed = ""
let typing = 0
let resting = 0
let turning = 0 // timer of the slides that show themselves
let seconds = kiosk // of a slide; 0 where somebody turns them
let waiting = 0
let speaker = null
let began = Date.now()

// Drawings, as addresses of pictures; each is made once.
const made = slides.map(() => null)
function drawing(index) {
  made[index] ??= whole(slides[index]).then(async (svg) => {
    const picture = new Image()
    picture.src = URL.createObjectURL(blob(svg.replaceAll("/*fonts*/", () => fonts)))
    await picture.decode()
    return picture.src
  })
  return made[index]
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
const deep = () => at - first(slides[at].group) // how far down in what is shown
const size = (group) => slides.filter((slide) => slide.group === group).length

function place() {
  const { group } = slides[at]
  const told = `${group + 1} / ${groups + 1}`
  return size(group) > 1
    ? `${told} · ${fill(words.more, { n: deep() + 1, all: size(group) })}`
    : told
}

const address = () => `#${slides[at].group + 1}${deep() ? `.${deep() + 1}` : ""}`

function say(text) {
  find(".said").textContent = text
  find(".said").hidden = !text
}

async function show() {
  const wanted = at
  find(".where").textContent = place()
  find(".back").disabled = at === 0
  find(".on").disabled = slides[at].group === groups
  document.title = `${slides[at].title} – ${told.name}`
  if (location.hash !== address()) history.replaceState(history.state, "", address())
  tellSpeaker()
  try {
    const source = await drawing(at)
    if (wanted !== at) return
    const image = find(".slide img")
    image.src = source
    image.alt = [slides[at].title, slides[at].alt].filter(Boolean).join(". ")
    image.hidden = false
    find(".wait").hidden = true
    document.body.dataset.shown = address()
  } catch (error) {
    console.error(error)
    if (wanted !== at) return
    find(".slide img").hidden = true
    find(".wait").textContent = `${slides[at].title}. ${words.failed}`
    find(".wait").hidden = false
  }
}

function go(to) {
  if (black) blacken(false)
  if (to === null || to === at || to < 0 || to > last) return
  at = to
  show()
}

function blacken(on) {
  black = on
  find(".black").hidden = !on
  tellSpeaker()
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.()
}

// A number that is typed leads to its slide: at once where no longer one can be meant.
function type(digit) {
  clearTimeout(typing)
  typed += digit
  say(typed)
  if (Number(typed) * 10 > groups + 1) return jump()
  typing = setTimeout(jump, PAUSE)
}

function jump() {
  clearTimeout(typing)
  const to = Number(typed) - 1
  typed = ""
  say("")
  go(first(Math.min(Math.max(to, 0), groups)))
}

// To the next thing that is told, or the one before; its further slides lie below its first.
const onward = () => go(slides[at].group < groups ? first(slides[at].group + 1) : at)
const backward = () => go(deep() ? first(slides[at].group) : first(Math.max(slides[at].group - 1, 0)))
const down = () => slides[at + 1]?.group === slides[at].group && go(at + 1)
const up = () => deep() && go(at - 1)

async function overview() {
  const list = find(".all")
  if (!list.childElementCount)
    for (const [index, slide] of slides.entries()) {
      const button = document.createElement("button")
      const image = document.createElement("img")
      image.alt = ""
      drawing(index).then((address) => (image.src = address), () => {})
      button.append(image, `${slide.group + 1}. ${slide.title}`)
      button.onclick = () => {
        find(".overview").close()
        go(index)
      }
      const item = document.createElement("li")
      item.append(button)
      list.append(item)
    }
  for (const [index, item] of [...list.children].entries())
    item.firstChild.setAttribute("aria-current", index === at)
  find(".overview").showModal()
  list.children[at].firstChild.focus()
}

// The speaker's own window: this slide, the next, notes, the time. It lives from this one.
function openSpeaker() {
  speaker = window.open("", "atlas-speaker", "width=1180,height=760")
  if (!speaker) return say(words.blocked)
  const page = speaker.document
  page.documentElement.lang = document.documentElement.lang
  page.title = `${words.speaker} – ${told.name}`
  page.head.replaceChildren()
  page.body.replaceChildren()
  const style = page.createElement("style")
  style.textContent = SPEAKER
  page.head.append(style)
  for (const [name, kind] of [["now", "img"], ["next", "img"], ["notes", "div"], ["time", "div"]]) {
    const part = page.createElement(kind)
    part.className = name
    const box = page.createElement("section")
    box.className = `box-${name}`
    const head = page.createElement("h2")
    head.textContent = words[name]
    box.append(head, part)
    page.body.append(box)
  }
  const again = page.createElement("button")
  again.textContent = words.reset
  again.onclick = () => {
    began = Date.now()
    tick()
  }
  page.querySelector(".box-time").append(again)
  page.onkeydown = keys
  tellSpeaker()
  tick()
}

const SPEAKER = `* { box-sizing: border-box } html, body { height: 100%; margin: 0 }
body { display: grid; grid-template: auto minmax(0, 1fr) / 3fr 2fr; gap: 1rem; padding: 1rem;
  font: 20px/1.45 "Source Sans", Arial, sans-serif; color: #fff; background: #13242c }
h2 { margin: 0 0 .3rem; font-size: 15px; color: #b9c6cc } img { width: 100%; display: block }
.box-notes { overflow: auto } .notes { white-space: pre-wrap } .box-time { grid-area: 2 / 2 }
.time { font-size: 44px; font-variant-numeric: tabular-nums; line-height: 1.2; white-space: pre }
button { font: inherit; min-height: 2.75rem; padding: 0 1rem }`

function tellSpeaker() {
  if (!speaker || speaker.closed) return
  const page = speaker.document
  const picture = (name, index) => {
    const image = page.querySelector(name)
    image.hidden = index > last
    if (index > last) return
    image.alt = slides[index].title
    drawing(index).then((address) => (image.src = address), () => {})
  }
  page.querySelector(".box-now h2").textContent =
    `${words.now} ${place()}${black ? ` · ${words.black}` : ""}`
  picture(".now", at)
  picture(".next", slides[at].group < groups ? first(slides[at].group + 1) : slides.length)
  page.querySelector(".notes").textContent = slides[at].notes
}

function tick() {
  if (!speaker || speaker.closed) return
  const gone = Math.floor((Date.now() - began) / 1000)
  const two = (number) => String(number).padStart(2, "0")
  const clock = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" })
  speaker.document.querySelector(".time").textContent =
    `${clock}\n${two(Math.floor(gone / 60))}:${two(gone % 60)}`
}
setInterval(tick, 1000)

// Left to itself: slide after slide, from the beginning when nobody has touched it for a while.
function turn() {
  clearTimeout(turning)
  document.body.dataset.turns = seconds ? "yes" : "no"
  if (seconds)
    turning = setTimeout(() => {
      if (slides[at].group === groups) go(0)
      else onward()
      turn()
    }, seconds * 1000)
}

function wake() {
  document.body.classList.add("awake")
  clearTimeout(resting)
  resting = setTimeout(() => document.body.classList.remove("awake"), REST)
}

function touched() {
  wake()
  if (!kiosk) return
  clearTimeout(turning)
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    if (!seconds) return
    for (const one of document.querySelectorAll("dialog")) one.close()
    go(0)
    turn()
  }, Math.max(LEFT, kiosk) * 1000)
}

function pause() {
  seconds = seconds ? 0 : kiosk || USUAL
  say(seconds ? fill(words.turns, { n: seconds }) : words.paused)
  setTimeout(() => say(""), REST)
  turn()
}

const ACTS = { ArrowRight: onward, PageDown: onward, " ": onward, ArrowLeft: backward,
  PageUp: backward, ArrowDown: down, ArrowUp: up, Home: () => go(0), End: () => go(last), b: () => blacken(!black), ".": () => blacken(!black), f: fullScreen,
  o: overview, s: openSpeaker, p: pause, "?": () => find(".help").showModal() }

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  touched()
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (document.querySelector("dialog[open]")) return
  if (event.key === " " && event.target.closest?.("button")) return
  if (/^\d$/.test(key)) return type(key)
  if (key === "Enter" && typed) return jump()
  const act = ACTS[key] ?? ACTS[LATIN[event.code]]
  if (!act) return
  event.preventDefault()
  act()
}

// The letters of keys on a keyboard of another script.
const LATIN = { KeyB: "b", KeyF: "f", KeyO: "o", KeyS: "s", KeyP: "p" }

let from = null
document.addEventListener("pointerdown", (event) => (from = [event.clientX, event.clientY]))
document.addEventListener("pointermove", touched)
document.addEventListener("pointerup", (event) => {
  touched()
  const [x, y] = from ?? [event.clientX, event.clientY]
  const [across, down] = [event.clientX - x, event.clientY - y]
  from = null
  if (event.target.closest("button, dialog, .tools")) return
  if (Math.abs(across) > 50 && Math.abs(across) > Math.abs(down)) across < 0 ? onward() : backward()
  else if (event.pointerType === "mouse" && event.button === 0) onward()
})
document.addEventListener("keydown", keys)
window.addEventListener("hashchange", () => go(wanted()))
for (const [name, act] of [["back", backward], ["on", onward],
  ["view-all", overview], ["full", fullScreen], ["second", openSpeaker],
  ["show-keys", ACTS["?"]]])
  find(`.${name}`).onclick = act
for (const one of document.querySelectorAll("dialog .close"))
  one.onclick = () => one.closest("dialog").close()
find(".full").hidden = !document.fullscreenEnabled

function wanted() {
  const [, group, below] = location.hash.match(/^#(\d{1,3})(?:\.(\d{1,3}))?$/) ?? [0, 1, 1]
  const shown = Math.min(Math.max(group - 1, 0), groups)
  return first(shown) + Math.min(Math.max((below ?? 1) - 1, 0), size(shown) - 1)
}

// All slides, the one that is shown first; a talk whose slides are all there needs nobody more.
async function fetchAll() {
  let there = 0
  let failed = 0
  for (let step = 0; step <= last; step++) {
    const index = (wanted() + step) % slides.length
    try {
      await drawing(index)
      there += 1
    } catch {
      failed += 1
    }
    if (slides.length > 1 && !typed) say(fill(words.ready, { n: there, all: slides.length }))
  }
  for (let index = 0; index <= last; index++) {
    const image = document.createElement("img")
    image.alt = slides[index].title
    image.src = await drawing(index).catch(() => "")
    if (image.src) find(".paper").append(image)
  }
  document.body.dataset.ready = failed ? "part" : "all"
  say(failed ? words.failed : words.whole)
  setTimeout(() => say(""), 2 * REST)
}

at = wanted()
show().then(fetchAll)
wake()
turn()
