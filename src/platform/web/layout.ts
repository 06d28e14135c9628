import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { govukExitThisPage } from '#platform/govuk/exit-this-page.ts'
import { govukSkipLink } from '#platform/govuk/skip-link.ts'
import { classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { asset } from './assets.ts'
import type { HomeAuthority } from './house.ts'
import type { Door, PageView } from './page.ts'
import type { TextSize } from './text-size.ts'

export type Frame = {
  readonly door: Door
  readonly authority: HomeAuthority
  readonly actor: Actor
  readonly signedIn: boolean
  readonly demo: boolean
  readonly textSize: TextSize
  readonly navigation: readonly {
    readonly text: string
    readonly href: string
    readonly count: number | null
  }[]
}

const doctype = html`<!doctype html>`

/** A whole page: the door's frame around what the page shows. */
export function framed(view: PageView, frame: Frame): Html {
  const title = `${view.hasErrors === true ? 'Error: ' : ''}${view.title} – Alongside, ${frame.authority.name}`
  const leaves = frame.door === 'young' || view.quickExit === true
  return html`${doctype}
    <html lang="en-GB" class="${rootClasses(frame)}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#00605b" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="${asset('mark.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${asset('govuk/govuk-frontend.min.css')}" />
        ${frame.door === 'workspace' || frame.door === 'partner' ? html`<link rel="stylesheet" href="${asset('moj/moj-frontend.min.css')}" />` : nothing}
        <link rel="stylesheet" href="${asset('alongside.css')}" />
        <script type="module" src="${asset('alongside.js')}"></script>
      </head>
      <body class="govuk-template__body door-${frame.door}">
        ${govukSkipLink({ text: 'Skip to main content', href: '#main-content' })}
        ${leaves ? exitSkipLink : nothing} ${masthead(frame)} ${navigation(view, frame)}
        <div class="govuk-width-container${view.wide === true ? ' app-wide' : ''}">
          ${leaves ? exitButton : nothing} ${view.before ?? nothing}
          <main class="govuk-main-wrapper" id="main-content">${view.main}</main>
        </div>
        ${footer(frame)}
      </body>
    </html>`
}

const rootClasses = ({ textSize }: Frame): string =>
  classes('govuk-template', textSize !== 'normal' && `app-text-${textSize}`)

// Someone who is not safe at home may be looked at over the shoulder: one click, or Shift three times.
const exitSkipLink = govukSkipLink({
  text: 'Leave this page quickly',
  href: 'https://www.bbc.co.uk/weather',
  classes: 'govuk-js-exit-this-page-skiplink',
  attributes: { rel: 'nofollow noreferrer' },
})
const exitButton = govukExitThisPage({
  html: html`<span class="govuk-visually-hidden">Emergency</span> Leave this page quickly`,
})

function masthead(frame: Frame): Html {
  return html`<header class="app-masthead">
    <div
      class="govuk-width-container app-masthead__inner${frame.door === 'workspace' ? ' app-wide' : ''}"
    >
      <a class="app-masthead__home" href="${homeOf(frame)}">
        <img class="app-masthead__mark" src="${asset('mark.svg')}" alt="" width="24" height="24" />
        <span class="app-masthead__name">alongside</span>
        <span class="app-masthead__county">${frame.authority.name}</span>
      </a>
      ${mayLookForCarers(frame) ? searchBox() : nothing} ${preferences(frame)}
      ${accountLinks(frame)}
    </div>
  </header>`
}

/** How the pages can be read: size here, other languages and formats where carers come in. */
function preferences({ door }: Frame): Html {
  const forCarers = door !== 'workspace' && door !== 'partner'
  return html`<div class="app-masthead__preferences">
    <a class="app-masthead__link" href="/text-size">Text size</a>
    ${forCarers ? html`<a class="app-masthead__link" href="/other-formats">Languages<span class="govuk-visually-hidden"> and formats</span></a>` : nothing}
  </div>`
}

function homeOf({ signedIn, actor, door }: Frame): string {
  if (!signedIn || door === 'public' || door === 'young') return '/'
  if (actor.personId !== null) return '/my'
  if (holds(actor, ...workers)) return '/today'
  if (holds(actor, 'referrer')) return '/referrals/sent'
  return holds(actor, 'analyst', 'commissioner') ? '/reports' : '/account'
}

/** Analysts, commissioners and administrators come into the workspace without anybody's record. */
const mayLookForCarers = ({ door, actor }: Frame): boolean =>
  door === 'workspace' && holds(actor, ...workers)

function searchBox(): Html {
  return html`<form class="app-search" method="get" action="/search" role="search">
    <label class="govuk-visually-hidden" for="search">Search carers</label>
    <input
      class="app-search__box"
      id="search"
      name="q"
      type="search"
      aria-keyshortcuts="/"
      placeholder="Name, postcode, phone, reference"
      autocomplete="off"
    />
    <button class="app-search__button" type="submit">Search</button>
  </form>`
}

function accountLinks({ signedIn, actor }: Frame): Html {
  if (!signedIn) {
    return html`<p class="app-masthead__account">
      <a class="app-masthead__link" href="/sign-in">Sign in</a>
    </p>`
  }
  return html`<div class="app-masthead__account">
    <a class="app-masthead__link" href="/account">${actor.displayName}</a>
    <form method="post" action="/sign-out">
      <button class="app-masthead__button" type="submit">Sign out</button>
    </form>
  </div>`
}

function navigation(view: PageView, frame: Frame): Html {
  if (frame.navigation.length === 0) return nothing
  const entries = frame.navigation.map(({ text, href, count }) => {
    const current = view.current === href ? html` aria-current="page"` : nothing
    const number = count === null ? nothing : html` <span class="app-count">${count}</span>`
    return html`<li class="app-nav__item">
      <a class="app-nav__link" href="${href}" ${current}>${text}${number}</a>
    </li>`
  })
  return html`<nav
    class="app-nav"
    aria-label="${frame.door === 'workspace' ? 'Workspace' : 'Menu'}"
  >
    <ul class="govuk-width-container app-nav__list${frame.door === 'workspace' ? ' app-wide' : ''}">
      ${entries}
    </ul>
  </nav>`
}

function footer(frame: Frame): Html {
  const { authority, demo } = frame
  return html`<footer class="app-footer">
    <div class="govuk-width-container">
      <ul class="app-footer__links">
        <li><a class="govuk-link" href="/accessibility">Accessibility statement</a></li>
        <li><a class="govuk-link" href="/privacy">What we keep about you</a></li>
        <li><a class="govuk-link" href="/about">About Alongside</a></li>
        ${mayLookForCarers(frame) ? html`<li><a class="govuk-link" href="/keys" aria-keyshortcuts="?">Keyboard shortcuts</a></li>` : nothing}
        ${demo ? html`<li><a class="govuk-link" href="/demo/outbox">Demo: messages that would have been sent</a></li>` : nothing}
      </ul>
      ${authority.telephone === null ? nothing : html`<p class="app-footer__phone">Ring us: <strong>${authority.telephone}</strong></p>`}
      <p class="app-footer__small">
        Alongside is open source. Contains public sector information licensed under the Open
        Government Licence v3.0.
      </p>
    </div>
  </footer>`
}
