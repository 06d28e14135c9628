import { z } from 'zod'
import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html } from '#platform/lib/html.ts'
import { choice, optionalText } from './fields.ts'
import { form, type FormState, freshForm, typedIn } from './form.ts'
import { choiceOf, faultSummary, formTag, hidden } from './form-view.ts'
import { page, show, showAgain, type Context, type PageView } from './page.ts'

export const textSizes = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

const cookie = 'alongside-text-size'
const year = 365 * 24 * 60 * 60

/** The size that a browser was set to; no more is kept than the word itself. */
export function textSizeIn(cookies: string | undefined): TextSize {
  const chosen = new RegExp(`(?:^|; *)${cookie}=(\\w+)`).exec(cookies ?? '')?.[1]
  return textSizes.find((size) => size === chosen) ?? 'normal'
}

const sizeForm = form({
  size: choice(textSizes, 'Select a text size'),
  back: optionalText(2000),
})

/** How large the words are on every page, in this browser, until it is changed. */
export const textSizePage = page({
  path: '/text-size',
  door: 'public',
  may: 'anyone',
  query: z.object({}),
  get: async ({ headers, url }) => {
    const size = textSizeIn(headers['cookie'] as string | undefined)
    return show(view(freshForm({ size, back: pathOf(headers['referer'], url) })))
  },
  post: async ({ body, config }: Context) => {
    const read = sizeForm.read(body)
    if (!read.ok) return showAgain(view(read.error))
    const secure = config.url.startsWith('https:') ? '; Secure' : ''
    const set = `${cookie}=${read.value.size}; Max-Age=${year}; Path=/; HttpOnly; SameSite=Lax${secure}`
    return { kind: 'see', location: ownPath(read.value.back), setCookies: [set] }
  },
})

/** The page that somebody came from, where it is one of ours. */
function pathOf(referer: unknown, here: URL): string {
  if (typeof referer !== 'string' || !URL.canParse(referer)) return '/'
  const from = new URL(referer)
  return from.host === here.host && from.pathname !== '/text-size'
    ? `${from.pathname}${from.search}`
    : '/'
}

const ownPath = (back: string | null): string =>
  back !== null && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(back) ? back : '/'

const names: Record<TextSize, string> = {
  normal: 'Normal',
  large: 'Large',
  largest: 'Largest',
}

function view(state: FormState): PageView {
  return {
    title: 'Text size',
    main: html`${faultSummary(state)}
    ${formTag({
      body: html`${hidden('back', typedIn(state, 'back'))}
      ${govukRadios({
        ...choiceOf(state, 'size'),
        fieldset: {
          legend: {
            html: html`<h1 class="govuk-fieldset__heading">How large should the words be?</h1>`,
            classes: 'govuk-fieldset__legend--l',
          },
        },
        hint: { text: 'This browser remembers it with a cookie that holds nothing else.' },
        items: textSizes.map((value) => ({
          value,
          html: html`<span class="app-text-sample app-text-sample--${value}"
            >${names[value]}</span
          >`,
        })),
      })}
      ${govukButton({ text: 'Save and go back' })}`,
    })}`,
  }
}
