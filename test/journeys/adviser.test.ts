// An adviser's day: who waits, who is who, what was said, and a crisis with its short clock.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { checkAccessible } from '../browser.ts'
import { servedDemo, servedOn } from '../demo.ts'
import { atWork, openRecord, openToday } from './staff-steps.ts'
import { asOwner } from './stored.ts'
import { choose, follow, inEveryWindow, isRefused, press, stands, type, words } from './walk.ts'

const { address: at, database } = await servedDemo()
const owned = <Row extends Record<string, unknown>>(statement: string) =>
  asOwner<Row>(database.ownerUrl, statement)

test('one box finds a carer by whatever is known of them, and says what it cannot read', async () => {
  const { page, context, wentWell } = await atWork(at, 'Jo Pugh', { width: 'phone' })
  await inEveryWindow(page, async (other) => {
    await stands(other, 'Today, Tuesday 6 November 2018')
    assert.match(await words(other), /Overdue .*Today .*This week/)
  })
  const record = await openRecord(page, 'Raymond King')
  const reference = /ALG-\w+-\w/.exec(await words(page))?.[0] ?? ''
  for (const typed of [
    'king raymond',
    'raimond king',
    '28/11/1942',
    'king DY10 1PB',
    '900132',
    reference.toLowerCase(),
  ]) {
    const box = page.getByRole('searchbox')
    await box.fill(typed)
    await Promise.all([page.waitForEvent('load'), box.press('Enter')])
    const isThere = page.url().endsWith(record) || /Raymond King/.test(await words(page))
    assert.ok(isThere, `${typed} does not find him`)
  }
  await page.goto('/search?q=king+31/02/1942')
  assert.match(await words(page), /31\/02\/1942 is not a real date/)
  await page.goto('/search?q=zebediah')
  await stands(page, 'Nobody found for “zebediah”')
  wentWell()
  await context.close()
})

test('a contact is logged by keyboard alone, in fewer than ten key presses beyond the words', async () => {
  const { page, context, wentWell } = await atWork(at, 'Jo Pugh')
  await page.goto('/today')
  const began = performance.now()
  const keys = keyboardOf(page)
  await keys.listens()
  await keys.press('/')
  await keys.type('raymond king')
  await keys.leads('Enter')
  await keys.listens()
  await keys.leads('1')
  await stands(page, /^Raymond King/)
  await keys.listens()
  await keys.leads('c')
  await keys.listens()
  await keys.press('1')
  await keys.type('1 rang 4 times / has he slept? Better now.')
  await keys.leads('Control+Enter')
  await stands(page, /^Raymond King/)
  assert.match(await words(page), /1 rang 4 times \/ has he slept\? Better now\./)
  assert.ok(keys.pressed() < 10, `${keys.pressed()} key presses`)
  assert.ok(performance.now() - began < 60_000)

  await keys.listens()
  await keys.leads('?')
  await stands(page, 'Keyboard shortcuts')
  await checkAccessible(page)
  await choose(page, 'Off')
  await press(page, 'Save')
  await page.goto('/today', { waitUntil: 'networkidle' })
  await keys.press('c')
  await keys.press('/')
  assert.equal(await page.locator(':focus').count(), 0)
  const stops = await logByTabs(page)
  assert.ok(stops < 40, `${stops} stops of the Tab key`)
  wentWell()
  await context.close()
})

/** A keyboard that counts its presses, each key of a chord by itself; words are not counted. */
function keyboardOf(page: Page) {
  let pressed = 0
  const strike = async (chord: string) => {
    pressed += chord.split('+').length
    await page.keyboard.press(chord)
  }
  const listens = () => page.locator('html.app-keys-on').waitFor({ state: 'attached' })
  return {
    press: strike,
    listens,
    leads: async (chord: string) => {
      await Promise.all([page.waitForEvent('load'), strike(chord)])
    },
    type: (typed: string) => page.keyboard.type(typed),
    pressed: () => pressed,
  }
}

/** The same way by Tab, Space and Enter, without a shortcut; gives how many stops it took. */
async function logByTabs(page: Page): Promise<number> {
  const { press: strike, leads, type: write, pressed } = keyboardOf(page)
  let others = 0
  const reach = async (selector: string) => {
    while ((await page.locator(`${selector}:focus`).count()) === 0) {
      assert.ok(pressed() < 100, `${selector} is not reached by Tab`)
      await strike('Tab')
    }
    others += 1
  }
  const skip = async () => {
    await reach('.govuk-skip-link')
    await strike('Enter')
  }
  await reach('.app-search__box')
  await write('raymond king')
  await leads('Enter')
  await skip()
  await reach('main .app-lines a')
  await leads('Enter')
  await skip()
  await reach('main a[href$="/contacts/new"]')
  await leads('Enter')
  await skip()
  await reach('[name="outcome"]')
  await strike('Space')
  await reach('#words')
  await write('By Tab alone.')
  await reach('main form button')
  await leads('Enter')
  assert.match(await words(page), /By Tab alone\./)
  return pressed() - others
}

test('a referral is met by the likely records, taken on, rung and talked with: phone, no scripts', async () => {
  const phone = { width: 'phone', javaScript: false } as const
  const { page, context, wentWell } = await atWork(at, 'Jo Pugh', phone)
  await openToday(page, /Farida Begum/)
  await press(page, 'Take it on')
  await isRefused(page, 'Select the record of this carer, or a new one')
  await choose(page, 'A new record for Farida Begum')
  await press(page, 'Take it on')
  const record = page.url()
  await press(page, 'Log a contact')
  await press(page, 'Save the contact')
  await isRefused(page, 'Select what came of it')
  await choose(page, 'Phone', 'We did', 'Talked with them')
  await press(page, 'Save the contact')
  await isRefused(page, 'Enter what was said, in a few words')
  await type(page, { 'What was said': 'She has not slept since Sunday.' })
  await press(page, 'Save the contact')
  await page.goto(record)
  assert.match(await words(page), /She has not slept since Sunday/)
  await follow(page, 'Hold conversation 1, connect')
  await press(page, 'Save and go on')
  await isRefused(page, 'Enter what matters to the carer')
  await type(page, { 'What matters to Farida?': 'To see her sister.' })
  await choose(page, 'Farida asked for an assessment, or agreed to one')
  await press(page, 'Save and go on')
  await stands(page, 'Strengths and people around')
  await press(page, 'Save and go on')
  await type(page, { 'What will be done?': 'A place in the Thursday group' })
  await press(page, 'Add this')
  await isRefused(page, 'Select who does it', 'Enter the day by which it is done')
  await page.getByLabel('Who does it?').selectOption({ label: 'Jo Pugh' })
  await typeDay(page, '9', '11', '2018')
  await press(page, 'Add this')
  await follow(page, 'That is all: see the conversation')
  assert.match(
    await words(page),
    /To see her sister.*A place in the Thursday group Jo Pugh, by Friday 9 November 2018.*its clock runs/,
  )
  wentWell()
  await context.close()
})

test('a crisis is looked in on day by day until it is stood down', async () => {
  const { page, context, wentWell } = await atWork(at, 'Jo Pugh')
  await openRecord(page, 'Raymond King')
  await follow(page, 'Hold conversation 2, crisis')
  await press(page, 'Save and go on')
  await isRefused(page, 'Enter what has to change in the next days')
  await type(page, { 'What has to change in the next days?': 'Somebody there at night.' })
  await press(page, 'Save and go on')
  await press(page, 'Save and come back later')
  assert.match(await words(page), /There is no plan for the next days yet/)
  await follow(page, 'Say who does what by when')
  await type(page, { 'What will be done?': 'Night sitter' })
  await page.getByLabel('Who does it?').selectOption({ label: 'Jo Pugh' })
  await typeDay(page, '7', '11', '2018')
  await press(page, 'Add this')
  await follow(page, 'That is all: see the conversation')
  assert.match(await words(page), /looks in again on Wednesday 7 November 2018, and every day/)
  wentWell()
  await context.close()

  const { address } = await servedOn('2018-11-07', database)
  const next = await atWork(address, 'Jo Pugh', { width: 'phone' })
  await openToday(next.page, /^Look in: Raymond King/)
  await press(next.page, 'Save')
  await isRefused(next.page, 'Enter how it is going', 'Select what comes next')
  await type(next.page, { 'How is it going for Raymond today?': 'The sitter came. He slept.' })
  await choose(next.page, 'Stand it down')
  await press(next.page, 'Save')
  await isRefused(next.page, 'Enter why it can be stood down', 'Enter what comes after it')
  await type(next.page, {
    'Why can it be stood down?': 'The nights are covered.',
    'What comes after it?': 'Conversation 3 next week.',
  })
  await press(next.page, 'Save')
  assert.match(await words(next.page), /Stood down/)
  await next.page.goto('/today')
  assert.doesNotMatch(await words(next.page), /Look in: Raymond King/)
  next.wentWell()
  await next.context.close()
})

test('two records of one person are joined, and taken apart again', async () => {
  await aLikelyPair()
  const { page, context, wentWell } = await atWork(at, 'Jo Pugh', { javaScript: false })
  await openToday(page, /one person\?$|twice\?$/)
  await stands(page, 'Are these the same person?')
  await inEveryWindow(page, (other) => stands(other, 'Are these the same person?'))
  await press(page, 'Save the decision')
  await isRefused(page, 'Select whether these records are the same person')
  await decidesTheSame(page)
  assert.match(await words(page), /Joined with/)
  await press(page, 'Take apart')
  assert.doesNotMatch(await words(page), /Joined with/)
  await page.goto('/search?q=humphries')
  assert.match(await words(page), /Gillian Humphries/)
  await page.goto('/search?q=patricia+bernard')
  assert.match(await words(page), /Patricia Bernard/)
  wentWell()
  await context.close()
})

/** The one day that a page asks for. */
async function typeDay(page: Page, day: string, month: string, year: string): Promise<void> {
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Month', { exact: true }).fill(month)
  await page.getByLabel('Year', { exact: true }).fill(year)
}

async function decidesTheSame(page: Page): Promise<void> {
  await page
    .getByLabel(/^Same person: keep/)
    .first()
    .check()
  await press(page, 'Save the decision')
}

/** Two carers of the demo, put forward as an import would. */
async function aLikelyPair(): Promise<void> {
  await owned(`
    insert into likely_pair (authority_id, id, person_id, other_id, points, parts, doubts, state)
    select a.authority_id, gen_random_uuid(), least(a.id, b.id), greatest(a.id, b.id), 70,
           '[{"words": "The same telephone", "points": 70}]', '{}', 'open'
    from person a, person b
    where a.given_name = 'Gillian' and a.family_name = 'Humphries'
      and b.given_name = 'Patricia' and b.family_name = 'Bernard'`)
}
