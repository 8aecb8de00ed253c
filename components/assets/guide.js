// Shows a newcomer how the atlas is read, a sentence at a time, and takes nothing else in hand: no
// focus, no key that something else waits for. The browser remembers who has read or skipped it.

const GUIDED = "atlas-guide"
const guide = () => document.querySelector(".atlas-guide")

function isNew() {
  try {
    return localStorage.getItem(GUIDED) === null
  } catch {
    return false // nothing can be remembered here: no reader is to be met by it on every page
  }
}

function turnGuide(to) {
  const root = document.documentElement
  const last = guide().querySelectorAll("li").length
  if (to >= 1 && to <= last) return root.setAttribute("data-guide", to)
  if (to < 1) return
  const held = guide().contains(document.activeElement)
  root.removeAttribute("data-guide")
  if (held) document.querySelector(".atlas-guide-open")?.focus({ preventScroll: true })
  try {
    localStorage.setItem(GUIDED, "read")
  } catch {
    // it is shown again
  }
}

const turn = () => Number(document.documentElement.getAttribute("data-guide"))

function guideClicked({ target }) {
  const go = target.closest?.(".atlas-guide [data-go]")?.dataset.go
  if (go) turnGuide({ back: turn() - 1, on: turn() + 1, end: Infinity }[go])
  if (!target.closest?.(".atlas-guide-open")) return
  turnGuide(1)
  guide().querySelector("[data-go=on]").focus()
}

function guidePressed(event) {
  if (!turn() || !guide() || event.defaultPrevented) return
  const open = document.querySelector('[data-testid="stPopoverBody"], [role="dialog"], [role="listbox"]:not(#atlas-find-list), #atlas-find[data-open]')
  if (event.key === "Escape" && !open) return turnGuide(Infinity)
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (way && guide().contains(event.target)) turnGuide(turn() + way)
}

let guiding = false
function startGuide() {
  if (guiding) return
  guiding = true
  document.addEventListener("click", guideClicked)
  document.addEventListener("keydown", guidePressed)
  if (isNew() && window.parent === window) document.documentElement.setAttribute("data-guide", 1)
}
