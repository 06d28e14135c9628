import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readReference } from '#platform/lib/reference.ts'
import { aVisit, checkAccessible, checkNarrow, everyWindow } from '../browser.ts'
import { servedDemo } from '../demo.ts'
import { openMailbox } from './mailbox.ts'
import { asOwner, rowCounts } from './stored.ts'
import {
  choose,
  follow,
  inEveryWindow,
  isRefused,
  press,
  stands,
  type,
  typeDate,
  words,
} from './walk.ts'

// Nobody signs in here: a person who looks after someone, at midnight, on a telephone.
const mailbox = await openMailbox()
const { address: at, database } = await servedDemo({ SMTP_URL: mailbox.url })

for (const { name, ...window } of everyWindow) {
  describe(name, () => {
    test('someone finds out that they are a carer and what they are entitled to, and nothing is stored', async () => {
      const { page, context, wentWell } = await aVisit({ at, ...window })
      const before = await rowCounts(database)
      await page.goto('/')
      await stands(page, 'Do you look after someone?')
      await press(page, 'Check what help you can get')
      await press(page)
      await isRefused(page, 'Select how old you are')
      await answerAmIACarer(page)
      await stands(page, 'Yes, you are a carer')
      const told = await words(page)
      assert.match(told, /Adult carer\..*Primary carer\./)
      assert.match(told, /A carer's assessment/)
      assert.match(told, /Care Act 2014, section 10/)
      assert.doesNotMatch(page.url(), /\?/)
      assert.deepEqual(await context.cookies(), [])
      assert.deepEqual(await rowCounts(database), before)
      await checkNarrow(page)
      await press(page, "Register with the carers' hub")
      await stands(page, 'What is your name?')
      await page.goto('/register/who-you-look-after')
      assert.ok(await page.getByLabel('Parent', { exact: true }).isChecked())
      wentWell()
      await context.close()
    })

    test('help near a postcode comes with the nearest first, and an unknown place says so', async () => {
      const { page, context, wentWell } = await aVisit({ at, ...window })
      await page.goto('/find-help')
      await press(page, 'Search')
      await isRefused(page, 'Enter your postcode, or a town or village')
      await findNear(page, 'Nowhere-on-Sea')
      await isRefused(
        page,
        'Enter a full postcode, like WR5 2NP, or a town or village, like Evesham or Redditch',
      )
      await findNear(page, 'ze99zz')
      await isRefused(page, 'We do not know the postcode ZE9 9ZZ. Check it, or enter a town')
      assert.match(await words(page), /By phone or online, wherever you live/)
      await page
        .getByLabel('What would help?')
        .selectOption('Meeting others who look after someone')
      await findNear(page, 'WR14 2AA')
      const near = await page.getByRole('heading', { level: 3 }).allInnerTexts()
      assert.equal(near[0], "Malvern carers' group")
      assert.doesNotMatch(page.url(), /WR14/i)
      await findNear(page, 'B1 1BB')
      assert.match(await words(page), /Birmingham council has more near you/)
      await checkNarrow(page)
      wentWell()
      await context.close()
    })
  })
}

async function answerAmIACarer(page: Page): Promise<void> {
  for (const answers of [
    ['25 or over'],
    ['A parent'],
    ['They are frail or old'],
    ['No, I am family or a friend'],
    ['35 hours or more'],
    ['Yes, but I do most of it'],
    ['I work'],
    ['No'],
  ]) {
    await choose(page, ...answers)
    await press(page)
  }
}

async function findNear(page: Page, place: string): Promise<void> {
  await type(page, { 'Your postcode, or a town or village': place })
  await press(page, 'Search')
}

test('a carer registers on a phone, mends what was wrong, goes back and comes again, and sends it once', async () => {
  const { page, wentWell } = await aVisit({ at, width: 'phone', javaScript: false })
  await page.goto('/register')
  await press(page, 'Start now')
  await press(page)
  await isRefused(page, 'Enter your first name', 'Enter your last name')
  await type(page, { 'First name': 'Susan', 'Last name': 'Bright' })
  await press(page)
  await bornWhen(page)
  // The browser's own Back leads to the page as it was refused, and past it to the one before.
  await page.goBack()
  await isRefused(page, 'Date of birth must include a month')
  await page.goto('/register')
  await press(page, 'Go on where you were')
  await press(page)
  await isRefused(page, 'Select who you look after')
  await follow(page, 'Back')
  await stands(page, 'What is your date of birth?')
  assert.equal(await page.getByLabel('Year').inputValue(), '1951')
  await press(page)
  await whomTheyLookAfter(page)
  await type(page, {
    'Town or village (optional)': 'Great Malvern',
    'Postcode (optional)': 'Malvern',
  })
  await press(page)
  await isRefused(page, 'Enter a full UK postcode, like WR5 2NP')
  assert.equal(await page.getByLabel('Town or village (optional)').inputValue(), 'Great Malvern')
  await type(page, { 'Postcode (optional)': 'wr142aa' })
  await press(page)
  await howToReachThem(page, 'susan.bright@example.org')
  await stands(page, 'Check your answers')
  await changeAnAnswer(page)
  await inEveryWindow(page, async (other) => {
    assert.match(await words(other), /Susan Bright.*Sue.*12 March 1951.*WR14 2AA/)
    assert.ok(await other.getByRole('button', { name: 'Agree and send' }).isVisible())
  })
  await press(page, 'Agree and send')
  const reference = await sentWith(page)
  await inEveryWindow(page, async (other) => assert.equal(await sentWith(other), reference))
  await page.goBack()
  assert.equal(await sentWith(page), reference)
  assert.equal(await referralsOf('Bright'), 1)
  await letterCame(page, reference)
  wentWell()
})

async function bornWhen(page: Page): Promise<void> {
  for (const [date, message] of [
    ['1951-02-31', 'Date of birth must be a real date, with the year as four numbers'],
    ['2019-01-01', 'Date of birth must be in the past'],
    ['1851-03-12', 'Date of birth must be in 1900 or later'],
  ] as const) {
    await typeDate(page, date)
    await press(page)
    await isRefused(page, message)
  }
  await type(page, { Month: '' })
  await press(page)
  await isRefused(page, 'Date of birth must include a month')
  await typeDate(page, '1951-03-12')
  await press(page)
}

async function whomTheyLookAfter(page: Page): Promise<void> {
  await choose(page, 'Parent')
  await press(page)
  await choose(page, 'Dementia', 'Frailty')
  await press(page)
  await choose(page, 'With me')
  await press(page)
  await choose(page, '50 hours or more')
  await press(page)
}

async function howToReachThem(page: Page, email: string): Promise<void> {
  await press(page)
  await isRefused(page, 'Select at least one way to reach you')
  await choose(page, 'By email', 'By text')
  await type(page, { 'Email address': 'susan', 'Mobile number': '01632 960 001' })
  await press(page)
  await isRefused(
    page,
    'Enter a mobile number that can get texts, like 07700 900 982',
    'Enter an email address in the correct format, like name@example.com',
  )
  await page.getByLabel('By text', { exact: true }).uncheck()
  await type(page, { 'Email address': email })
  await press(page)
  await press(page)
  await choose(page, 'Large print')
  await press(page)
  await choose(page, 'My GP practice')
  await press(page)
  await isRefused(page, 'Enter the name of your GP practice')
  await type(page, { 'Name of your GP practice': 'Davenal House' })
  await press(page)
  await choose(page, "Carer's assessment")
  await press(page)
}

/** A change that is first refused, then saved: it leads straight back to all the answers. */
async function changeAnAnswer(page: Page): Promise<void> {
  await follow(page, 'Change name')
  await type(page, { 'First name': '', 'What people call you (optional)': 'Sue' })
  await press(page, 'Save')
  await isRefused(page, 'Enter your first name')
  await type(page, { 'First name': 'Susan' })
  await press(page, 'Save')
  await stands(page, 'Check your answers')
}

/** The reference on the page that says thank you; its check character belongs to it. */
async function sentWith(page: Page): Promise<string> {
  await stands(page, 'Thank you. We have what you told us.')
  const told = await words(page)
  assert.match(told, /reads what you told us by Tuesday 13 November 2018/)
  const reference = /REF-[0-9A-Z]{5}-[0-9A-Z]/.exec(told)?.[0] ?? ''
  assert.equal(readReference(reference, 'REF'), reference)
  return reference
}

/** How often a carer of that name was referred. */
async function referralsOf(familyName: string): Promise<number> {
  const [row] = await asOwner<{ n: number }>(
    database.ownerUrl,
    `select count(*)::integer as n from referral where told ->> 'familyName' = $1`,
    [familyName],
  )
  return row?.n ?? -1
}

/** By a real mail server, and on the demo's page of messages. */
async function letterCame(page: Page, reference: string): Promise<void> {
  const { subject, body } = await mailbox.letterTo('susan.bright@example.org')
  assert.equal(subject, `We have what you told us: ${reference}`)
  assert.match(body, /^Dear Sue\b/)
  assert.match(body, /reads what you told us by Tuesday 13 November 2018/)
  await page.goto('/demo/outbox')
  const sent = new RegExp(`${reference} email to susan\\.bright@example\\.org`)
  assert.match(await words(page), sent)
}

test('somebody at a computer that others use deletes what they typed, and nothing of it is left', async () => {
  const { page, wentWell } = await aVisit({ at })
  const before = await rowCounts(database)
  await page.goto('/register')
  await press(page, 'Start now')
  await type(page, { 'First name': 'Susan' })
  await press(page)
  await isRefused(page, 'Enter your last name')
  await press(page, 'Delete what I have typed and leave')
  await stands(page, 'Do you look after someone?')
  assert.deepEqual(await rowCounts(database), before)
  wentWell()
  // The page as it was refused held what was typed; the browser has it no more.
  await assert.rejects(page.goBack(), /ERR_CACHE_MISS/)
})

test('a young carer is asked in their own words, and can leave at once', async () => {
  const { page, wentWell } = await aVisit({ at, width: 'phone' })
  await page.goto('/young-carers')
  await checkAccessible(page)
  assert.ok(await page.getByRole('button', { name: /Leave this page quickly/ }).isVisible())
  await page.goto('/young-carers/am-i-a-young-carer')
  await choose(page, 'Under 16')
  await press(page)
  await stands(page, 'Who do you help look after?')
  wentWell()
})

test('somebody who gives a young age to the adults’ form is led to the young carers’ own', async () => {
  const { page, wentWell } = await aVisit({ at, width: 'phone' })
  await page.goto('/register')
  await press(page, 'Start now')
  await type(page, { 'First name': 'Imran', 'Last name': 'Khan' })
  await press(page)
  await typeDate(page, '2006-05-04')
  await press(page)
  assert.equal(new URL(page.url()).pathname, '/young-carers/register/for-you')
  wentWell()
})
