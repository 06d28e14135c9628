// What only staff do on pages.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { aVisit, type Visit, type Width } from '../browser.ts'
import { choose, follow, press, signInAs, type, typeDate } from './walk.ts'

export type Window = { readonly width?: Width; readonly javaScript?: boolean }

/** Somebody of the demo at their own screen, signed in. */
export async function atWork(at: string, name: string, window: Window = {}): Promise<Visit> {
  const visit = await aVisit({ at, ...window })
  await signInAs(visit.page, name)
  return visit
}

/** Answers a question by its words, with one or several of its answers. */
export async function answer(
  page: Page,
  question: string | RegExp,
  ...answers: readonly string[]
): Promise<void> {
  const group = page.getByRole('main').getByRole('group', { name: question, exact: true })
  for (const each of answers) await group.getByLabel(each, { exact: true }).check()
}

/** Opens a carer's record by what was typed into the one search box. */
export async function openRecord(page: Page, typed: string, name = typed): Promise<string> {
  await page.goto(`/search?q=${encodeURIComponent(typed)}`)
  if (!/\/carers\/[0-9a-f-]{36}$/.test(page.url())) await follow(page, new RegExp(name))
  return new URL(page.url()).pathname
}

export type NewCarer = {
  readonly name: string
  readonly born: string
  readonly kind: string
  /** Whether they ask for an assessment while they are written down. */
  readonly asks?: boolean
}

/** Writes down a carer who got in touch; gives the address of their record. */
export async function addACarer(page: Page, { name, born, kind, asks }: NewCarer): Promise<string> {
  const [givenName = '', familyName = ''] = name.split(' ')
  await page.goto('/carers/new')
  await type(page, { 'First names': givenName, 'Last name': familyName })
  await typeDate(page, born)
  await choose(page, kind, ...(asks === true ? ['They asked for an assessment'] : []))
  await press(page, 'Add the carer')
  return new URL(page.url()).pathname
}

/** Opens what waits for somebody on their day. */
export async function openToday(page: Page, title: string | RegExp): Promise<void> {
  await page.goto('/today')
  await follow(page, title)
}

export type Saved = { readonly type: string; readonly bytes: Buffer; readonly text: string }

/** Fetches what a link on the page leads to, as the same person, as a file to keep. */
export async function save(page: Page, link: string | RegExp, at = 0): Promise<Saved> {
  const found = page.getByRole('main').getByRole('link', { name: link }).nth(at)
  const reply = await page.request.get((await found.getAttribute('href')) ?? '')
  assert.equal(reply.status(), 200)
  const bytes = await reply.body()
  return { type: reply.headers()['content-type'] ?? '', bytes, text: bytes.toString() }
}

/** Asserts that a page refuses this person and says so. */
export async function isForbidden(page: Page, path: string): Promise<void> {
  const response = await page.goto(path)
  assert.equal(response?.status(), 403)
}
