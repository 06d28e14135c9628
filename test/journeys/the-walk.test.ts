// One carer through the whole house: referred by a practice, found in triage, taken on, rung, talked
// with; the county's report opened to its rows. Each in the window its people have.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { aVisit, checkAccessible, everyWindow } from '../browser.ts'
import { servedDemo } from '../demo.ts'

const { address } = await servedDemo()

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in/demo')
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

async function refer(page: Page, familyName: string): Promise<string> {
  await page.goto('/referrals/new')
  await page.getByLabel('First name').fill('Winifred')
  await page.getByLabel('Last name').fill(familyName)
  await page.getByLabel('Day').fill('3')
  await page.getByLabel('Month').fill('2')
  await page.getByLabel('Year').fill('1951')
  await page.getByLabel('Telephone number').fill('01632 960777')
  await page.getByRole('button', { name: 'Send the referral' }).click()
  // The carer's agreement was left out: nothing is sent, and nothing typed is lost.
  await page.getByText('There is a problem').waitFor()
  assert.equal(await page.getByLabel('Last name').inputValue(), familyName)
  await page.getByLabel('They agree to this').check()
  await page.getByLabel('They agree that you hear').check()
  await page.getByLabel('They said so').check()
  await page.getByRole('button', { name: 'Send the referral' }).click()
  await page
    .getByText(/REF-\w+-\w/)
    .first()
    .waitFor()
  return /REF-\w+-\w/.exec(await page.locator('main').innerText())?.[0] ?? ''
}

for (const { width, javaScript, name } of everyWindow) {
  test(`a practice refers a carer and keeps a reference: ${name}`, async () => {
    const { page, context, wentWell } = await aVisit({ at: address, width, javaScript })
    await signIn(page, 'Nerys Vaughan')
    const reference = await refer(page, `Ashby${width}${javaScript ? 'with' : 'without'}`)
    assert.match(reference, /^REF-\w+-\w$/)
    await page.goto('/referrals/sent')
    await page.getByText(reference).first().waitFor()
    wentWell()
    await context.close()
  })
}

test('the hub finds the referral on its day, takes the carer on, logs the call and talks', async () => {
  const { page, wentWell } = await aVisit({ at: address })
  await signIn(page, 'Nerys Vaughan')
  await refer(page, 'Merriweather')
  await page.context().clearCookies()
  await signIn(page, 'Jo Pugh')
  await page.goto('/today')
  await page.getByRole('link', { name: /Winifred Merriweather/ }).click()
  await page.getByRole('button', { name: 'Take it on' }).waitFor()
  await checkAccessible(page)
  await page.getByLabel('A new record for Winifred Merriweather').check()
  await page.getByRole('button', { name: 'Take it on' }).click()
  await page.waitForURL(/\/carers\/[0-9a-f-]{36}/)
  const record = new URL(page.url()).pathname
  assert.match(await page.locator('h1').innerText(), /Winifred Merriweather/)
  await checkAccessible(page)
  await page.locator('main').getByRole('button', { name: 'Log a contact' }).first().click()
  await page.getByRole('radio', { name: /^(Tele)?phone/i }).check()
  await page.getByRole('radio', { name: 'We did' }).check()
  await page.getByRole('radio', { name: 'Talked with them' }).check()
  await page.getByLabel('What was said').fill('Not slept for a week. Would like a break in spring.')
  await page.getByRole('button', { name: 'Save the contact' }).first().click()
  await page.goto(record)
  await page.getByText('Not slept for a week').first().waitFor()
  await page.getByRole('link', { name: 'Hold conversation 1, connect' }).click()
  await page.getByRole('button', { name: /Save/ }).first().waitFor()
  await checkAccessible(page)
  // One box finds her: by part of the name, the other way round, and by the last digits of her telephone.
  for (const words of ['merriwea', 'merriweather winifred', '960777']) {
    await page.goto(`/search?q=${encodeURIComponent(words)}`)
    await page
      .getByText(/Merriweather/)
      .first()
      .waitFor()
  }
  wentWell()
})

test('a manager opens a published figure to the rows behind it, and the report as a sheet and a file', async () => {
  const { page, wentWell } = await aVisit({ at: address })
  await signIn(page, 'Helen Walsh')
  await page.goto('/reports/annual/2017-18')
  assert.match(await page.locator('main').innerText(), /12,062/)
  await checkAccessible(page)
  await page.getByRole('link', { name: 'from 2,880 rows' }).click()
  await page.getByRole('columnheader').first().waitFor()
  assert.match(await page.locator('main').innerText(), /2,880/)
  const pdf = await page.request.get('/reports/annual/2017-18/report.pdf')
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
  const csv = await page.request.get('/reports/annual/2017-18/figures.csv')
  assert.match(await csv.text(), /register\.active,2017\/18,.*12062/)
  wentWell()
})

for (const { width, javaScript, name } of everyWindow) {
  test(`a carer opens their own pages and sees who looked: ${name}`, async () => {
    const { page, context, wentWell } = await aVisit({ at: address, width, javaScript })
    await page.goto('/sign-in/demo')
    const carer = page
      .locator('form', { has: page.getByRole('button', { name: /Raymond|carer/i }) })
      .first()
    await carer.getByRole('button').click()
    await page.waitForURL(/\/my/)
    if (javaScript) await checkAccessible(page)
    await page.goto('/my/who-looked')
    await page.getByRole('heading', { level: 1 }).waitFor()
    wentWell()
    await context.close()
  })
}
