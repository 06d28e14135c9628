// A carer on a phone decides who may know what, sees who looked, and tells their story once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { aVisit, checkAccessible, checkNarrow } from '../browser.ts'
import { servedDemo } from '../demo.ts'
import { choose, follow, isRefused, press, signInAs, stands, type, words } from './walk.ts'

const { address: at, database } = await servedDemo()

const client = new pg.Client({ connectionString: database.ownerUrl })
await client.connect()
const { rows } = await client.query<{ id: string; name: string }>(
  `select person_id as id, display_name as name from account
    where person_id is not null order by created_at, id limit 1`,
)
await client.end()
const { id, name } = rows[0]!

test('a carer shares by agreement, sees who looked and why, and shows their story by a link that ends', async () => {
  const staff = await aVisit({ at })
  await signInAs(staff.page, 'Jo Pugh')
  await staff.page.goto(`/carers/${id}`)
  await follow(staff.page, 'What is shared, and with whom')
  await checkAccessible(staff.page)
  staff.wentWell()

  const { page, context, wentWell } = await aVisit({ at, width: 'phone' })
  await signInAs(page, name)
  await page.goto('/my')
  await follow(page, 'Choose who may know what')
  await press(page, 'Share with somebody else')
  await press(page, 'I agree')
  await isRefused(
    page,
    'Select an organisation',
    'Select what they may know',
    'Select for how long',
  )
  await page.getByLabel('Who may know?').selectOption('Davenal House Surgery Partnership')
  await choose(page, 'Your plan for emergencies', 'A year')
  await checkAccessible(page)
  await press(page, 'I agree')
  await stands(page, 'Who may know what')
  assert.match(await words(page), /Davenal House.*your plan for emergencies/)
  await checkNarrow(page)

  await follow(page, 'See who looked at your record')
  assert.match(
    await words(page),
    /Jo Pugh, adviser at Worcestershire Carers' Hub, looked at your .*record.* to see how things stand with you/,
  )

  await page.goto('/my/tell-it-once')
  await press(page, 'Write your story')
  await type(page, { 'My story': 'I look after my husband, day and night.' })
  await press(page, 'Save')
  await press(page, 'Make a link')
  await type(page, { 'Who is it for?': 'Ward 4' })
  await choose(page, 'A week')
  await press(page, 'Make the link')
  await stands(page, 'Your link for Ward 4')
  await checkAccessible(page)
  await checkNarrow(page)
  const link = await page.getByRole('link', { name: /\/told\// }).getAttribute('href')
  assert.ok(link)
  const path = new URL(link).pathname
  const sheet = page.getByRole('link', { name: /^Print it/ })
  const pdf = await page.request.get((await sheet.getAttribute('href')) ?? '')
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')

  const stranger = await aVisit({ at, width: 'phone' })
  await stranger.page.goto(path)
  await checkAccessible(stranger.page)
  await type(stranger.page, { 'Who are you? (optional)': 'Nurse on ward 4' })
  await press(stranger.page, 'Read their story')
  assert.match(await words(stranger.page), /I look after my husband, day and night/)
  await checkAccessible(stranger.page)
  await checkNarrow(stranger.page)

  await page.reload()
  assert.match(await words(page), /Nurse on ward 4/)
  await press(page, 'End this link now')
  assert.match(await words(page), /You ended it on/)
  await stranger.page.goto(path)
  await stands(stranger.page, 'This link opens nothing')

  await page.goto('/my/sharing')
  await follow(page, /^Stop sharing/)
  await press(page, 'Stop sharing')
  assert.match(await words(page), /What has ended Davenal House/)
  wentWell()
  stranger.wentWell()
  for (const each of [context, stranger.context, staff.context]) await each.close()
})
