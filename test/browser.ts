// People's browsers, and what every page must be in them.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumProgram } from './chromium.ts'

export const widths = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
} as const
export type Width = keyof typeof widths

export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** Asserts that since it was last asked no script failed, nothing was refused by the content policy, and nothing failed to load. */
  readonly wentWell: () => void
}

let browser: Promise<Browser> | null = null

/** One Chromium for a file's tests, closed at their end. */
function oneBrowser(): Promise<Browser> {
  browser ??= launched()
  return browser
}

async function launched(): Promise<Browser> {
  const { path, env } = await chromiumProgram()
  const opened = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    args: ['--disable-gpu', '--force-color-profile=srgb', '--font-render-hinting=none'],
  })
  return opened
}

after(async () => {
  await (await browser)?.close()
})

/** Somebody's own browser window: no cookies, nothing kept from before. */
export async function aVisit(options: {
  readonly at: string
  readonly width?: Width
  readonly javaScript?: boolean
}): Promise<Visit> {
  const { at, width = 'desktop', javaScript = true } = options
  const context = await (
    await oneBrowser()
  ).newContext({
    baseURL: at,
    viewport: widths[width],
    hasTouch: width === 'phone',
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  return { page, context, wentWell: watched(page) }
}

/** Runs `work` for phone and desktop, with and without JavaScript, each in a fresh window. */
export const everyWindow: readonly {
  readonly width: Width
  readonly javaScript: boolean
  readonly name: string
}[] = (['phone', 'desktop'] as const).flatMap((width) =>
  [true, false].map((javaScript) => ({
    width,
    javaScript,
    name: `${width}, ${javaScript ? 'with' : 'without'} JavaScript`,
  })),
)

function watched(page: Page): () => void {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('console', (message) => {
    // The browser also logs each answer of 400 and more; those are looked at below.
    const own = !message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && own) faults.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    // A page left while it loads, and an answer that is saved as a file, are no faults.
    const left = request.failure()?.errorText === 'net::ERR_ABORTED'
    if (!left) faults.push(`request: ${request.url()} ${request.failure()?.errorText}`)
  })
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest()
    const worst = isPage ? 500 : 400
    // axe reads GOV.UK's sheet apart from ours, which is what keeps its font from being asked for.
    if (response.url().includes('/assets/fonts/')) return
    if (response.status() >= worst) faults.push(`answer: ${response.status()} ${response.url()}`)
  })
  return () => assert.deepEqual(faults.splice(0), [])
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Asserts that axe finds nothing against WCAG 2.2 A and AA. One exception, for exactly what GOV.UK
 * ships: radios and checkboxes that open a further question carry `aria-expanded`.
 */
export async function checkAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode(true).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'aria-allowed-attr' && opensFurtherQuestion.test(html)))
      .map(({ target, html }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 200)}`),
  )
  assert.deepEqual(found, [], `${page.url()} is not accessible`)
}

const opensFurtherQuestion = /^<input[^>]*\btype="(radio|checkbox)"[^>]*\baria-expanded=/

/** Asserts that nobody must scroll sideways at 320 pixels, which is also a desktop at 400%. */
export async function checkNarrow(page: Page): Promise<void> {
  const usual = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.locator('html').evaluate((root) => root.scrollWidth)
  const sticking = await page.locator('main *').evaluateAll((elements) =>
    elements
      .filter((element) => element.getBoundingClientRect().right > 321)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120)),
  )
  if (usual) await page.setViewportSize(usual)
  assert.ok(wide <= 320, `${page.url()} is ${wide} pixels wide at 320: ${sticking.join(' … ')}`)
}

/** What a first visit to a page loads over the wire, in bytes. */
export async function weightOf(at: string, path: string): Promise<number> {
  const { page, context } = await aVisit({ at, width: 'phone' })
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) =>
    sizes.push(
      request
        .sizes()
        .then(
          ({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize,
        ),
    ),
  )
  await page.goto(path, { waitUntil: 'load' })
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await context.close()
  return total
}
