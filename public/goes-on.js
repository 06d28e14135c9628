/**
 * Work that goes on in the background: the main part of the page is fetched anew every so many
 * seconds, until what comes back says that it is over.
 */
export function followWork() {
  const seconds = Number(document.querySelector('main [data-goes-on]')?.dataset.goesOn)
  if (seconds > 0) setTimeout(look, seconds * 1000)
}

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch {
    // No connection just now: the next look may have one.
  }
  followWork()
}

/** Only the words that change are put in, so that a reader is told of them and keeps their place. */
function show(page) {
  const [here, there] = [document, page].map((each) => each.querySelector('main'))
  if (!here || !there) return
  if (there.querySelector('[data-goes-on]')) {
    for (const part of there.querySelectorAll('[id]')) document.getElementById(part.id)?.replaceChildren(...part.childNodes)
    const [bar, next] = [here, there].map((main) => main.querySelector('progress'))
    if (bar && next) bar.value = next.value
    return
  }
  here.replaceChildren(...there.childNodes)
  document.title = page.title
}
