import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chart, paragraph } from './blocks.ts'
import { trainingByQuarter } from '#platform/charts/charts.fixture.ts'
import { aLetter, aReport } from './documents.fixture.ts'
import { plainText } from './plain-text.ts'

test('a letter as plain text reads as the letter does', () => {
  assert.equal(
    plainText(aLetter()),
    `Worcestershire Association of Carers
12 High Street
Worcester
WR1 2AB
01632 960 001
hub@carers.example

Małgorzata Łuczak
4 Mill Lane
Bewdley
DY12 1AB

29 March 2018
Our reference: ALG-7F3KM-9


Your carer’s assessment: what we decided

Dear Małgorzata,

Thank you for talking with Jo on Thursday 22 March 2018.


What we decided

You have needs for support that we must meet.

Named worker: Jo Pugh, carer adviser
First review: by 24 May 2018


What happens next

1. Jo will ring you by Friday 6 April 2018.
2. You make a plan together.

If you cannot wait
Ring 01632 960 001.


If you disagree

- See how to ask us to look again (https://carers.example/disagree)
- Write to us

Yours sincerely

Jo Pugh
Carer adviser
`,
  )
})

test('a report as plain text has every figure, table and signature, and no picture', () => {
  const text = plainText(aReport())
  assert.match(
    text,
    /^Worcestershire\n\nCarers’ hub annual report\n\nApril 2017 to March 2018\n\nWorcestershire Association of Carers\n29 March 2018/,
  )
  assert.match(
    text,
    /12,062: carers on the register\nTarget 12,000: met\.\nFrom 12,062 rows\n\n85\.5%: of those/,
  )
  assert.match(
    text,
    /Carers by district\nDistrict: Carers\nBromsgrove: 2,510\nMalvern Hills: 1,203/,
  )
  assert.match(
    text,
    /What we will do\n\nAction: Open a drop-in.*\nWho: Worcestershire Association of Carers\nBy: 30 April 2018\nCost: £1,250\n\nAction: Ring/,
  )
  assert.match(
    text,
    /Jo Pugh, chair\nSignature:\nDate:\n\nMargaret Tolley, carer\nAgreed on 29 June 2018\n$/,
  )
  assert.doesNotMatch(text, /<svg|undefined/)
})

test('a table of several columns says in each row what each figure is', () => {
  const text = plainText(aReport({ body: [chart(trainingByQuarter)] }))
  assert.match(
    text,
    /Course: Moving and handling\nApril to June: 12\nJuly to September: fewer than 5\n/,
  )
})

test('what steers a terminal or turns the text is dropped', () => {
  const text = plainText(aLetter({ body: [paragraph('a\u001b[31mb \u202ec')] }))
  assert.match(text, /\na\[31mb c\n$/)
})
