// “Add to my slides” in the menu of a card: the browser keeps the list, and the server hears nothing.

function slideOf({ dataset }) {
  return { view: dataset.view, query: JSON.parse(dataset.query), title: "", note: "", head: dataset.head }
}

const counted = (text, list) => text.replace("{n}", list.slides.length)

// A button says how many slides there are once its view is one of them.
function showAdded() {
  const buttons = document.querySelectorAll(".atlas-add")
  if (!buttons.length) return
  const list = stored()
  for (const button of buttons) {
    const slide = slideOf(button)
    const there = list.slides.some((one) => alike(one, slide))
    const told = there ? counted(button.dataset.there, list) : button.dataset.add
    if (button.textContent !== told) button.textContent = told
    button.toggleAttribute("data-added", there)
  }
}

function add(event) {
  const button = event.target.closest?.(".atlas-add")
  if (!button) return
  const list = stored()
  const slide = slideOf(button)
  const there = list.slides.some((one) => alike(one, slide))
  let told = button.dataset.there
  if (!there && list.slides.length >= MOST.slides) told = button.dataset.full
  else if (!there) {
    list.slides.push(slide)
    if (!store(list)) told = button.dataset.fails
  }
  showAdded()
  const notice = button.parentElement.querySelector(".atlas-added")
  notice.textContent = counted(told, list)
  notice.classList.toggle("atlas-heard", told === button.dataset.there)
}

let adding = false
function startAdding() {
  if (adding) return showAdded()
  adding = true
  document.addEventListener("click", add)
  window.addEventListener(CHANGED, showAdded)
  window.addEventListener("storage", showAdded)
  showAdded()
}
