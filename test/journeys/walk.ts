// What people do on pages, in their own words.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { aVisit, checkAccessible, checkNarrow, everyWindow } from '../browser.ts'

/** Presses a button, by default the one that leads on, and waits for the page that follows. */
export async function press(page: Page, name = 'Continue'): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** Follows the first link of that name to its page. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const link = page.getByRole('link', { name }).first()
  await Promise.all([page.waitForEvent('load'), link.click()])
}

/** Types into the fields of these labels. */
export async function type(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByRole('main').getByLabel(label, { exact: true }).fill(value)
  }
}

/** Ticks or chooses the answers of these labels. */
export async function choose(page: Page, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    await page.getByRole('main').getByLabel(label, { exact: true }).check()
  }
}

/** A date in its three boxes, of the only such question on the page or of the one named. */
export async function typeDate(page: Page, date: string, question?: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  const main = page.getByRole('main')
  const boxes = question === undefined ? main : main.getByRole('group', { name: question })
  const parts = { Day: String(Number(day)), Month: String(Number(month)), Year: year }
  for (const [label, value] of Object.entries(parts)) {
    await boxes.getByLabel(label, { exact: true }).fill(value)
  }
}

/** Asserts which page this is. */
export async function stands(page: Page, heading: string | RegExp): Promise<void> {
  const text = (await page.locator('h1').innerText()).trim()
  if (typeof heading === 'string') assert.equal(text, heading)
  else assert.match(text, heading)
}

/** All that the main part says, spaces made one. */
export async function words(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
}

/** Asserts that the form came back with these faults and no others, each leading to its field. */
export async function isRefused(page: Page, ...faults: readonly string[]): Promise<void> {
  assert.match(await page.title(), /^Error: /)
  const summary = page.getByRole('alert')
  const links = summary.getByRole('link')
  assert.deepEqual(await links.allInnerTexts(), faults)
  for (const target of await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href')),
  )) {
    assert.equal(await page.locator(target as string).count(), 1)
  }
}

/** Signs in as a person of the demo, who lands on their own first page. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in/demo')
  await press(page, `Sign in as ${name}`)
}

export async function signOut(page: Page): Promise<void> {
  await press(page, 'Sign out')
}

/** Looks at the page that somebody is on, as they see it at both widths, with and without scripts. */
export async function inEveryWindow(
  page: Page,
  look: (other: Page) => Promise<void>,
): Promise<void> {
  const at = new URL(page.url())
  for (const window of everyWindow) {
    const { page: other, context, wentWell } = await aVisit({ at: at.origin, ...window })
    await context.addCookies(await page.context().cookies())
    await other.goto(at.pathname + at.search)
    await look(other)
    await checkNarrow(other)
    if (window.javaScript) await checkAccessible(other)
    wentWell()
    await context.close()
  }
}
