/*
 * Scripts only add: every page works without this file. The shipped scripts of GOV.UK and MOJ do
 * the rest; MOJ's is fetched only by pages that hold one of its components.
 */
import { initAll } from './govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

if (document.querySelector('[data-module^="moj-"]')) {
  const moj = await import('./moj/moj-frontend.min.js')
  moj.initAll()
}

for (const part of document.querySelectorAll('[data-autosave]')) {
  const { autosave } = await import('./autosave.js')
  autosave(part)
}

for (const part of document.querySelectorAll('[data-also-here]')) {
  const { followOthers } = await import('./also-here.js')
  followOthers(part)
}

if (document.querySelector('[data-goes-on]')) {
  const { followWork } = await import('./goes-on.js')
  followWork()
}

if (document.querySelector('.door-workspace')) {
  const { listenForKeys } = await import('./keys.js')
  listenForKeys()
}
