// A referral's whole way: a ward on a telephone without scripts, a hub that cannot take it, a charity
// that can, the ward that hears of it and the carer who sees the same clock; and a call to the hub.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReference } from '#platform/lib/reference.ts'
import { aVisit, checkAccessible } from '../browser.ts'
import { servedDemo } from '../demo.ts'
import {
  choose,
  follow,
  isRefused,
  press,
  signInAs,
  signOut,
  stands,
  type,
  typeDate,
  words,
} from './walk.ts'

const { address: at } = await servedDemo()

const referenceIn = (text: string): string => /REF-\w{5}-\w/.exec(text)?.[0] ?? ''

test('a ward refers on a telephone without scripts, the hub passes it on, and the ward hears the answer', async () => {
  const ward = await aVisit({ at, width: 'phone', javaScript: false })
  await signInAs(ward.page, 'Bola Ajayi')
  await ward.page.goto('/referrals/new')
  await stands(ward.page, 'Refer a carer from a ward')
  await ward.page.getByText('No telephone, or more to tell').click()
  await type(ward.page, {
    Ward: 'Evergreen 2',
    'First name': 'Olwen',
    'Last name': 'Tranter',
    'Telephone number': '01632 960 588',
    Postcode: 'WR14 4PA',
  })
  await typeDate(ward.page, '2018-11-12', 'When is the patient expected to go home?')
  await choose(ward.page, 'Willing, but not able without help', 'They said so')
  await press(ward.page, 'Send the referral')
  await isRefused(
    ward.page,
    'Confirm that the carer agreed to this: without that we cannot ring them',
  )
  assert.equal(await ward.page.getByLabel('Ward', { exact: true }).inputValue(), 'Evergreen 2')
  await choose(
    ward.page,
    'They agree to this and to our contacting them',
    'They agree that another service may have it, if that can help sooner or better',
    'They agree that you hear what becomes of it',
  )
  await press(ward.page, 'Send the referral')
  await stands(ward.page, 'Referral sent')
  const reference = referenceIn(await words(ward.page))
  assert.equal(readReference(reference, 'REF'), reference)

  const staff = await aVisit({ at })
  const { page } = staff
  await signInAs(page, 'Sam Okafor')
  await page.goto('/referrals')
  await follow(page, 'Olwen Tranter')
  assert.match(await words(page), /Evergreen 2.*Willing, but not able without help/)
  await page.getByText('We cannot take it: pass it on').click()
  await choose(page, 'Malvern Hills Carers’ Circle')
  await page
    .getByLabel('Why you cannot take it')
    .selectOption('Another service can help them better')
  await press(page, 'Pass it on')
  assert.match(await words(page), /Olwen Tranter.*Malvern Hills Carers’ Circle/)
  await signOut(page)

  await signInAs(page, 'Gwen Morris')
  await page.goto('/referrals')
  await follow(page, 'Olwen Tranter')
  assert.match(await words(page), /It was passed on.*from Worcestershire Carers' Hub/)
  await choose(page, 'A new record for Olwen Tranter')
  await press(page, 'Take it on')
  await stands(page, /Olwen Tranter/)
  staff.wentWell()
  await staff.context.close()

  await ward.page.goto('/referrals/sent')
  await follow(ward.page, 'Olwen Tranter')
  const heard = await words(ward.page)
  assert.match(heard, /Taken on/)
  assert.match(heard, /Passed on .*to Malvern Hills Carers’ Circle/)
  assert.match(heard, /0 of 5 working days/)
  await ward.page.goto('/refer/where-it-stands')
  await type(ward.page, {
    'The reference we gave': reference,
    'Last name of the person who looks after someone': 'tranter',
  })
  await press(ward.page, 'Show where it stands')
  assert.match(await words(ward.page), /Malvern Hills Carers’ Circle took it on\. Someone rings by/)
  ward.wentWell()
  await ward.context.close()
})

test('the hub takes down on the telephone what a neighbour tells, and sees whom it may be about', async () => {
  const { page, context, wentWell } = await aVisit({ at })
  await signInAs(page, 'Jo Pugh')
  await page.goto('/referrals')
  await press(page, 'Take a referral by telephone')
  await follow(page, 'Family, a friend or a neighbour')
  await checkAccessible(page)
  await type(page, {
    'Their name': 'Ivor Bright',
    'A number to ring them back': '01632 960 599',
    'First name': 'Beryl',
    'Last name': 'Haines',
    'Telephone number': '01632 960 598',
    'How do you know them?': 'I live next door',
  })
  await choose(page, 'They agree to this and to our contacting them')
  await press(page, 'Take it down')
  await stands(page, 'Referral taken')
  assert.notEqual(referenceIn(await words(page)), '')
  await press(page, 'Open it, with the records it may belong to')
  const told = await words(page)
  assert.match(told, /Ivor Bright.*taken down on the telephone by Jo Pugh/)
  assert.match(told, /Whose record is it\?/)
  wentWell()
  await context.close()
})
