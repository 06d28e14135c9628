import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { easyRead } from '#platform/documents/easy-read.ts'
import { readPdf } from '#platform/documents/pdf-for-tests.ts'
import { pdf } from '#platform/documents/pdf.ts'
import { plainText } from '#platform/documents/plain-text.ts'
import { decisionLetter } from './decision-letter.ts'
import { eligibleFindings, letterFor, notEligibleFindings } from './letter.fixture.ts'
import { attachmentsFor } from './send-decision.ts'
import { writtenAdvice } from './written-advice.ts'

const advised = {
  adviceReduce: 'The pharmacy delivers.\n\nThe falls clinic can look at the stairs.',
  advicePrevent: 'Come on Thursdays.',
}
const said = (...from: Parameters<typeof letterFor>) =>
  plainText(decisionLetter(letterFor(...from))).replaceAll(/\s+/g, ' ')

test('an eligible carer reads the decision, each reason with its law, and what happens next', () => {
  const words = said(eligibleFindings)
  assert.match(words, /Margaret Tolley 4 Orchard Rise Malvern WR14 2AA/)
  assert.match(words, /carer's assessment, completed on 28 March 2018/)
  assert.match(words, /Your needs meet the national rules\. You can have support\./)
  assert.match(
    words,
    /Necessary care \(reg 3\(1\)\(a\)\): yes\. .* Our reason: You wash, lift and feed Brian\./,
  )
  assert.match(
    words,
    /Your physical or mental health is getting worse, or is at risk of it \(reg 3\(2\)\(a\)\)\. Our reason: You sleep four hours a night\./,
  )
  assert.match(
    words,
    /Taking part in work, training, education or volunteering: you cannot do this without help \(reg 3\(2\)\(b\)\(vi\)\)/,
  )
  assert.match(
    words,
    /significant impact on: your health and how you feel; taking part in work, learning or things you enjoy/,
  )
  assert.match(words, /We will make a support plan with you/)
  assert.match(words, /Jo Pugh Assessor, Worcestershire carers’ hub/)
})

test('a carer who is not eligible reads why, where the rule ended, and how to disagree', () => {
  const words = said(notEligibleFindings, advised)
  assert.match(words, /Your needs do not meet the national rules/)
  assert.match(
    words,
    /Necessary care \(reg 3\(1\)\(a\)\): no\. .* Brian can do these things by himself\./,
  )
  assert.doesNotMatch(words, /Wellbeing \(reg/)
  assert.match(words, /Tell us on 01632 960000/)
  assert.match(words, /Local Government and Social Care Ombudsman/)
})

test('where another council is responsible the letter says which and that nobody is dropped', () => {
  const reason =
    'The adult who needs care lives in Shropshire, so the council there is responsible.'
  const words = said(eligibleFindings, {
    responsibility: { answer: 'another', ref: 's.20(1)(a)', reason },
  })
  assert.match(words, /lives in Shropshire.*stays in touch until they have taken over/)
  assert.doesNotMatch(words, /We will make a support plan/)
})

test('a later decision says that it is one, and is dated by its countersignature', () => {
  const letter = decisionLetter(
    letterFor(eligibleFindings, { number: 2, countersignedOn: isoDate('2018-04-09') }),
  )
  assert.equal(letter.date, '2018-04-09')
  assert.match(plainText(letter).replaceAll(/\s+/g, ' '), /decision number 2 on this assessment/)
})

test('a letter about what was not decided cannot be written', () => {
  assert.throws(
    () => decisionLetter(letterFor(eligibleFindings, { decidedOn: null })),
    /decision that was made/,
  )
})

test('advice needs both of its parts, and keeps the paragraphs as they were typed', () => {
  assert.equal(writtenAdvice(letterFor(notEligibleFindings)), null)
  assert.equal(
    writtenAdvice(letterFor(notEligibleFindings, { ...advised, advicePrevent: '' })),
    null,
  )
  const advice = writtenAdvice(letterFor(notEligibleFindings, advised))
  assert.ok(advice)
  const paragraphs = advice.body.filter(({ block }) => block === 'paragraph')
  assert.equal(paragraphs.length, 5)
})

test('what is printed is a tagged PDF in English, with its title and all its words', async () => {
  const read = await readPdf(await pdf(decisionLetter(letterFor(eligibleFindings)), 18))
  assert.equal(read.tagged, true)
  assert.equal(read.accessibility, '1')
  assert.equal(read.language, 'en-GB')
  assert.equal(read.title, 'Our decision about your support')
  assert.match(read.text.replaceAll(/\s+/g, ' '), /You gave up your job in May/)
})

test('in easy read each question has one short answer, for yes and for no', () => {
  const easy = (...from: Parameters<typeof letterFor>) =>
    plainText(easyRead(decisionLetter(letterFor(...from))))
  const yes = easy(eligibleFindings)
  assert.match(yes, /The answer is yes\.\n\nYou can have support\./)
  assert.equal(yes.match(/Our answer is yes\./g)?.length, 3)
  const no = easy(notEligibleFindings, advised)
  assert.match(no, /The answer is no\./)
  assert.match(no, /because you look after an adult\?\n\nOur answer is no\./)
  assert.match(no, /Ring us on 01632 960000\./)
})

test('a carer who reads easy read gets the reasons in full beside it, and the advice', async () => {
  const files = await attachmentsFor(letterFor(notEligibleFindings, advised), 'easy-read')
  assert.deepEqual(
    files.map(({ name }) => name.replace(/-[A-Z].*?(?=-easy|\.)/, '')),
    ['decision-easy-read.pdf', 'decision.pdf', 'advice-easy-read.pdf'],
  )
  assert.equal((await attachmentsFor(letterFor(eligibleFindings), 'text')).length, 1)
})
