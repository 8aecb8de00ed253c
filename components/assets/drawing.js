// Draws a slide whole: a chart is drawn by plotly's public toImage and put into its frame.
// Nothing is sent anywhere.

const PATIENCE = 20000 // milliseconds until plotly must have come

function plotly() {
  const started = performance.now()
  return new Promise((found, failed) => {
    const look = () => {
      if (window.Plotly) found(window.Plotly)
      else if (performance.now() - started > PATIENCE) failed(new Error("plotly did not come"))
      else setTimeout(look, 60)
    }
    look()
  })
}

async function whole(slide) {
  if (!slide.chart) return slide.svg
  const { figure, config, width, height, room, spans } = slide.chart
  const described = { ...JSON.parse(figure), config }
  const url = await (await plotly()).toImage(described, { format: "svg", width, height })
  const drawn = decodeURIComponent(url.slice(url.indexOf(",") + 1))
  const inside = drawn.slice(drawn.indexOf(">", drawn.indexOf("<svg")) + 1)
  const [x, top, wide] = room
  let y = top
  const parts = spans.map(([from, to]) => {
    const high = ((to - from) * wide) / width
    const part = `<svg xmlns:xlink="http://www.w3.org/1999/xlink" x="${x}" y="${y}" ` +
      `width="${wide}" height="${high}" viewBox="0 ${from} ${width} ${to - from}">${inside}`
    y += high
    return part
  })
  return slide.svg.replace("<!--chart-->", () => parts.join(""))
}

const blob = (svg) => new Blob([svg], { type: "image/svg+xml;charset=utf-8" })
