// The reader's list of slides: kept by the browser, changed here, told to the page as it is.
// Somebody else's list is shown to be read, until the reader makes it theirs.

const QUIET = 700 // milliseconds after the last letter until the page hears of it
const FILE = 100000 // bytes

function made(tag, className, text) {
  const part = document.createElement(tag)
  if (className) part.className = className
  if (text !== undefined) part.textContent = text
  return part
}

function button(className, text, act) {
  const part = made("button", className, text)
  part.type = "button"
  part.onclick = act
  return part
}

function field(kind, label, most, told, hear) {
  const part = made("label", `own-field ${kind}`)
  const input = made("textarea")
  input.maxLength = most
  input.rows = kind === "note" ? 2 : 1
  input.value = told
  const heard = (done) => {
    if (kind !== "note" && input.value.includes("\n")) input.value = input.value.replace(/\s*\n\s*/g, " ")
    hear(input.value, done)
  }
  input.oninput = () => heard(false)
  input.onchange = () => heard(true)
  part.append(made("span", "", label), input)
  return { part, input }
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
const keyOf = ({ view, query }) =>
  `${view}?${Object.keys(query).sort().map((key) => `${key}=${query[key]}`).join("&")}`
const fileName = (name) => `atlas-slides_${name.trim().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40)}.json`

function save({ name, slides }) {
  const plain = slides.map(({ view, query, title, note }) => ({ view, query, title, note }))
  const told = JSON.stringify({ version: 1, name, slides: plain }, null, 2)
  const link = made("a")
  link.href = URL.createObjectURL(new Blob([`${told}\n`], { type: "application/json" }))
  link.download = fileName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

// Where a slide stands in the atlas, and the way there; under a title of its own, what its view says.
function described(slide, about, look) {
  const where = made("p", "own-where", about?.gone ?? about?.where ?? "")
  where.classList.toggle("own-gone", Boolean(about?.gone))
  if (about?.link) {
    const link = made("a", "", look)
    link.href = about.link
    link.target = "_blank"
    where.append(" · ", link)
  }
  const head = about?.head ?? slide.head
  return slide.title && head ? [made("p", "own-where", head), where] : [where]
}

class Slides {
  constructor(room) {
    this.room = room
    this.list = stored()
    this.last = null // what can be put back
    this.after = null // what is to be said once the own list is shown
    this.rows = []
    this.heard = () => {
      if (this.busy) return
      this.list = stored()
      this.drawn = null
      this.draw()
      this.tell("told")
    }
    window.addEventListener("storage", this.heard)
    window.addEventListener(CHANGED, this.heard)
  }

  end() {
    clearTimeout(this.waiting)
    window.removeEventListener("storage", this.heard)
    window.removeEventListener(CHANGED, this.heard)
  }

  show({ data, setStateValue, setTriggerValue }) {
    this.data = data
    this.labels = data.labels
    this.state = setStateValue
    this.trigger = setTriggerValue
    if (this.told === undefined) this.tell("told")
    this.draw()
  }

  tell(act) {
    const slides = this.list.slides.map(({ head, ...own }) => own)
    const told = JSON.stringify({ act, ...this.list, slides })
    clearTimeout(this.waiting)
    if (told === this.told) return
    this.told = told
    this.state("list", told)
  }

  keep(act) {
    this.busy = true
    if (!store(this.list)) this.say(this.labels.fails)
    this.busy = false
    if (act) this.tell(act)
  }

  // While the reader writes, the browser keeps each letter; the page hears of it in a pause.
  hear(done) {
    this.keep(done ? "changed" : "")
    clearTimeout(this.waiting)
    if (!done) this.waiting = setTimeout(() => this.tell("changed"), QUIET)
  }

  // Another list in the place of this one, which can be put back.
  change(wanted, words, undo = true) {
    this.last = undo ? JSON.stringify(this.list) : null
    this.list = sound({ ...this.list, ...wanted })
    this.keep("changed")
    this.draw()
    this.say(words)
  }

  putBack() {
    this.list = sound(JSON.parse(this.last))
    this.last = null
    this.keep("changed")
    this.draw()
    this.say(this.labels.put)
    this.room.querySelector(".own-notice").focus()
  }

  // The reader has come to their own list from somebody else's.
  arrive() {
    this.say(this.after)
    this.after = null
    this.room.querySelector(".own-notice").focus()
  }

  say(words) {
    const notice = this.room.querySelector(".own-said")
    if (notice) notice.textContent = words
    const undo = this.room.querySelector(".own-undo")
    if (undo) undo.hidden = !this.last
  }

  draw() {
    const { other, waiting } = this.data
    const now = waiting ? "" : JSON.stringify([other, this.labels, this.list.slides.map(keyOf)])
    if (now === this.drawn) return this.refresh()
    this.drawn = now
    const said = this.room.querySelector(".own-said")?.textContent ?? ""
    this.rows = []
    if (waiting) this.room.replaceChildren()
    else if (other) this.room.replaceChildren(...this.offer(other), this.listed(sound(other), this.read))
    else this.room.replaceChildren(...this.own())
    this.say(said)
  }

  // What the server says of the slides has changed, or nothing: what is written stays.
  refresh() {
    for (const { slide, told, head, input } of this.rows) {
      const about = this.data.told[keyOf(slide)]
      if (input) input.placeholder = about?.head ?? (slide.head || slide.view)
      if (about?.head) slide.head = about.head
      told.replaceChildren(...described(slide, about, this.labels.look))
      if (head) head.textContent = slide.title || about?.head || slide.head || slide.view
    }
  }

  notice() {
    const part = made("div", "own-notice")
    part.tabIndex = -1
    const said = made("p", "own-said")
    said.setAttribute("role", "status")
    const undo = button("own-undo", this.labels.undo, () => this.putBack())
    undo.hidden = !this.last
    part.append(said, undo)
    return part
  }

  own() {
    const { labels, list } = this
    if (!list.slides.length) return [this.notice(), this.acts()]
    const name = field("name", labels.name, MOST.name, list.name, (value, done) => {
      this.list.name = value
      this.hear(done)
    })
    return [name.part, this.listed(list, this.written), this.notice(), this.acts()]
  }

  listed({ slides }, row) {
    const part = made("ol", "own-list")
    slides.forEach((slide, at) => {
      const one = made("li")
      one.append(row.call(this, slide, at, slides.length))
      part.append(one)
    })
    return part
  }

  read(slide, at) {
    const about = this.data.told[keyOf(slide)]
    const part = made("div", "own-slide")
    const head = made("p", "own-head", slide.title || about?.head || slide.head || slide.view)
    const told = made("div")
    told.append(...described(slide, about, this.labels.look))
    part.append(head, told)
    if (slide.note) {
      const note = made("div")
      note.append(made("p", "own-where", this.labels.note), made("p", "own-note", slide.note))
      part.append(note)
    }
    this.rows.push({ slide, told, head })
    return part
  }

  written(slide, at, all) {
    const { labels } = this
    const part = made("div", "own-slide")
    const place = filled(labels.slide, { n: at + 1, all })
    part.setAttribute("role", "group")
    part.setAttribute("aria-label", place)
    const about = this.data.told[keyOf(slide)]
    const title = field("title", labels.title, MOST.title, slide.title, (value, done) => {
      slide.title = value
      this.hear(done)
    })
    title.input.placeholder = about?.head ?? (slide.head || slide.view)
    const note = field("note", labels.note, MOST.note, slide.note, (value, done) => {
      slide.note = value
      this.hear(done)
    })
    const told = made("div")
    told.append(...described(slide, about, labels.look))
    part.append(title.part, told, note.part, this.tools(slide, at, all, place))
    part.onkeydown = (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (!event.altKey || !step) return
      event.preventDefault()
      this.move(at, at + step, event.target.closest("button") ? (step < 0 ? ".up" : ".down") : `.${event.target.parentElement.classList[1]} textarea`)
    }
    this.rows.push({ slide, told, input: title.input })
    return part
  }

  tools(slide, at, all, place) {
    const { labels } = this
    const part = made("div", "own-tools")
    const tool = (className, sign, words, act, off) => {
      const one = button(className, sign, act)
      one.setAttribute("aria-label", `${words}: ${place}`)
      one.title = words
      one.disabled = off
      part.append(one)
    }
    tool("up", "↑", labels.up, () => this.move(at, at - 1, ".up"), at === 0)
    tool("down", "↓", labels.down, () => this.move(at, at + 1, ".down"), at === all - 1)
    tool("remove", "✕", labels.remove, () => this.remove(at), false)
    return part
  }

  move(from, to, focus) {
    const slides = [...this.list.slides]
    if (to < 0 || to >= slides.length) return
    slides.splice(to, 0, ...slides.splice(from, 1))
    this.change({ slides }, filled(this.labels.moved, { n: to + 1, all: slides.length }), false)
    const row = this.room.querySelectorAll(".own-list > li")[to]
    const [first, second] = [row.querySelector(focus), row.querySelector(".own-tools button:enabled")]
    ;(first && !first.disabled ? first : second).focus()
  }

  remove(at) {
    this.change({ slides: this.list.slides.filter((_, index) => index !== at) }, this.labels.removed)
    const tools = this.room.querySelectorAll(".own-list .remove")
    ;(tools[Math.min(at, tools.length - 1)] ?? this.room.querySelector(".own-undo")).focus()
  }

  acts() {
    const { labels, list } = this
    const part = made("div", "own-acts")
    const file = made("input")
    file.type = "file"
    file.accept = ".json,application/json"
    file.hidden = true
    file.onchange = () => this.open(file)
    if (list.slides.length) part.append(button("save", labels.save, () => save(this.list)))
    part.append(button("open", labels.open, () => file.click()), file)
    if (list.slides.length)
      part.append(
        button("empty", labels.empty, () => {
          this.change({ name: "", slides: [] }, labels.emptied)
          this.room.querySelector(".own-undo").focus()
        }),
      )
    return part
  }

  async open(file) {
    const [chosen] = file.files
    if (!chosen) return
    if (chosen.size > FILE) return this.say(this.labels.large)
    this.trigger("file", await chosen.text())
    file.value = ""
  }

  // Somebody else's list: beside an own one there are two ways to take it.
  offer(other) {
    const { labels } = this
    const take = (slides, name) => {
      this.last = this.list.slides.length ? JSON.stringify(this.list) : null
      this.list = sound({ name: name || this.list.name, slides })
      this.keep("mine")
    }
    const own = this.list.slides
    const ways = own.length ? [labels.replace, labels.append, labels.back] : [labels.mine, undefined, labels.back]
    const part = made("div", "own-others")
    part.append(made("p", "", labels.others))
    const acts = made("div", "own-acts")
    acts.append(
      button("mine", ways[0], () => {
        take(other.slides, other.name)
        this.after = labels.replaced
      }),
    )
    if (ways[1]) {
      const both = [...own, ...sound(other).slides.filter((one) => !own.some((mine) => alike(mine, one)))]
      const append = button("append", ways[1], () => {
        take(both)
        this.after = labels.appended
      })
      if (both.length > MOST.slides) {
        append.disabled = true
        append.title = labels.full
      }
      acts.append(append)
    }
    acts.append(
      button("back", ways[2], () => {
        this.last = null
        this.told = null
        this.after = ""
        this.tell("back")
      }),
    )
    part.append(acts)
    return [part]
  }
}

const shown = new WeakMap()

export default function (component) {
  const room = component.parentElement.querySelector(".own-slides")
  if (!shown.has(room)) shown.set(room, new Slides(room))
  const slides = shown.get(room)
  slides.show(component)
  if (slides.after !== null && !component.data.other) slides.arrive()
  return () => {
    slides.end()
    shown.delete(room)
  }
}
