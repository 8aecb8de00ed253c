// Returns what is wrong with the texts of a picture, as the browser measures them.
svg => {
  const place = document.createElement("div")
  place.style = "position:absolute;left:0;top:0"
  place.innerHTML = svg
  document.body.append(place)
  const root = place.firstChild
  const [width, height] = [root.width.baseVal.value, root.height.baseVal.value]
  const faults = []
  const boxes = []
  const windowOf = text => {
    for (let part = text.parentNode; part && part !== root; part = part.parentNode)
      if (part.nodeName === "svg" && part.parentNode === root && part.hasAttribute("viewBox")) {
        const view = part.viewBox.baseVal
        const at = part.getScreenCTM()
        return [at.f + view.y * at.d, at.f + (view.y + view.height) * at.d, true]
      }
    return [0, height, false]
  }
  for (const text of root.querySelectorAll("text")) {
    if (getComputedStyle(text).opacity === "0") continue
    const lines = text.querySelectorAll("tspan.line")
    const at = text.getScreenCTM()
    const [above, below, inside] = windowOf(text)
    for (const line of lines.length ? lines : [text]) {
      const said = line.textContent.trim().slice(0, 40)
      const { left, right, top, bottom } = line.getBoundingClientRect()
      const middle = (top + bottom) / 2
      if (!said || right === left || middle < above || middle > below) continue
      const size = Math.hypot(at.a, at.b) * parseFloat(getComputedStyle(line).fontSize)
      const inset = 0.16 * Math.min(bottom - top, 1.3 * size)
      const box = { said, left: left + 1, right: right - 1, top: top + inset, bottom: bottom - inset }
      if (box.top < above || box.bottom > below) faults.push(`cut: ${said}`)
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) faults.push(`outside: ${said}`)
      if (size < 21.9 && inside) faults.push(`small: ${said}`)
      boxes.push(box)
    }
  }
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(0, index))
      if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
        faults.push(`${one.said} on ${other.said}`)
  })
  place.remove()
  return faults
}
