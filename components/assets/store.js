// The reader's own list of slides, as the browser keeps it: a name, and views with their choices.

const STORE = "atlas-slides"
const CHANGED = "atlas-slides" // is told in this window; other windows hear of the storage
const MOST = { slides: 40, name: 80, title: 120, note: 600 }

const words = (told, most) => (typeof told === "string" ? told.slice(0, most) : "")

// Anything may stand in the store; what is no slide is left out.
function sound(told) {
  const slides = Array.isArray(told?.slides) ? told.slides : []
  return {
    version: 1,
    name: words(told?.name, MOST.name),
    slides: slides.filter((one) => typeof one?.view === "string" && one.view).slice(0, MOST.slides).map((one) => ({
      view: one.view,
      query: one.query && typeof one.query === "object" && !Array.isArray(one.query) ? one.query : {},
      title: words(one.title, MOST.title),
      note: words(one.note, MOST.note),
      head: words(one.head, 300),
    })),
  }
}

function stored() {
  try {
    return sound(JSON.parse(localStorage.getItem(STORE)))
  } catch {
    return sound(null)
  }
}

// Says whether the browser has kept it: a window that keeps nothing, or no more, may not.
function store(list) {
  try {
    localStorage.setItem(STORE, JSON.stringify(list))
  } catch {
    return false
  }
  window.dispatchEvent(new Event(CHANGED))
  return true
}

const alike = (one, other) => one.view === other.view && JSON.stringify(Object.entries(one.query).sort()) === JSON.stringify(Object.entries(other.query).sort())
