import assert from 'node:assert/strict'
import { test } from 'node:test'
import { link, paragraph, strong } from './blocks.ts'
import { aLetter, aReport } from './documents.fixture.ts'
import { printPage } from './print-page.ts'

const page = async (document: Parameters<typeof printPage>[0]) =>
  String(await printPage(document)).replaceAll(/\s+/g, ' ')

test('a letter as a page has its headings, its address and its parts', async () => {
  const markup = await page(aLetter())
  assert.match(markup, /^<article lang="en-GB">/)
  assert.deepEqual(
    [...markup.matchAll(/<(h[1-3])[^>]*>(.*?)<\/h/g)].map(([, level, text]) => `${level} ${text}`),
    [
      'h1 Your carer’s assessment: what we decided',
      'h2 What we decided',
      'h2 What happens next',
      'h3 If you disagree',
    ],
  )
  assert.match(markup, /Małgorzata Łuczak<br ?\/?>4 Mill Lane/)
  assert.match(markup, /Our reference: <strong>ALG-7F3KM-9<\/strong>/)
  assert.match(markup, /<dt[^>]*> ?Named worker ?<\/dt>/)
  assert.match(markup, /<ol[^>]*> ?<li dir="auto">Jo will ring you/)
  assert.match(
    markup,
    /<a class="govuk-link" href="https:\/\/carers.example\/disagree">how to ask us to look again<\/a>/,
  )
})

test('a report as a page has its pictures with their tables, and nothing inline that a policy forbids', async () => {
  const markup = await page(aReport())
  assert.equal(markup.match(/<svg /g)?.length, 2)
  assert.equal(markup.match(/<table /g)?.length, 3)
  assert.match(markup, />12,062<\/p>/)
  assert.doesNotMatch(markup, / style=|<style|<script| on\w+=/)
})

test('what people typed is escaped, and their line breaks are kept', async () => {
  const markup = await page(
    aLetter({ title: '<script>', body: [paragraph('a & <b>\nc', strong('<i>'))] }),
  )
  assert.match(markup, /<h1[^>]*>&lt;script&gt;<\/h1>/)
  assert.match(markup, /a &amp; &lt;b&gt;<br ?\/?>c<strong>&lt;i&gt;<\/strong>/)
})

test('a link that could run a script is only its text', async () => {
  const markup = await page(aLetter({ body: [paragraph(link('press', 'javascript:alert(1)'))] }))
  assert.match(markup, /<p class="govuk-body" dir="auto">press<\/p>/)
})

test('a paragraph in Urdu is read from its own side', async () => {
  assert.match(
    await page(aLetter({ body: [paragraph('مجھے آرام کی ضرورت ہے')] })),
    /<p class="govuk-body" dir="auto">مجھے/,
  )
})
