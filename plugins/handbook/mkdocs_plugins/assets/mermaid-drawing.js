// Draws the diagrams of a page, and again when the reader changes between light and dark.
(() => {
  const given = JSON.parse(document.currentScript.dataset.arguments)
  const diagrams = [...document.querySelectorAll("div.mermaid")]
  const texts = diagrams.map(diagram => diagram.textContent)
  const system = matchMedia("(prefers-color-scheme: dark)")

  const isDark = () => {
    const scheme = document.body.dataset.mdColorScheme ?? document.documentElement.dataset.bsTheme
    return scheme === undefined ? system.matches : ["slate", "dark"].includes(scheme)
  }

  const draw = async () => {
    const theme = isDark() ? "dark" : "neutral"
    mermaid.initialize({ theme, ...given })
    diagrams.forEach((diagram, number) => {
      diagram.removeAttribute("data-processed")
      diagram.textContent = texts[number]
    })
    await mermaid.run({ nodes: diagrams, suppressErrors: true })
  }

  draw()
  system.addEventListener("change", draw)
  const watch = new MutationObserver(draw)
  watch.observe(document.body, { attributeFilter: ["data-md-color-scheme"] })
  watch.observe(document.documentElement, { attributeFilter: ["data-bs-theme"] })
})()
