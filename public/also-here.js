/*
 * Who else has the record open is asked again each minute while the page is looked at. The words are
 * put in only where they changed, so that a screen reader tells of them once.
 */
const everyMinute = 60_000

export function followOthers(part) {
  setInterval(() => {
    if (document.visibilityState === 'visible') look(part)
  }, everyMinute)
}

async function look(part) {
  try {
    const answer = await fetch(part.dataset.alsoHere, { headers: { accept: 'application/json' } })
    if (!answer.ok) return
    const { said } = await answer.json()
    if (part.textContent.trim() !== said) part.textContent = said
  } catch {
    // No connection just now: the next look may have one.
  }
}
