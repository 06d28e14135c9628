import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  attributes,
  classes,
  html,
  isBlank,
  join,
  nothing,
  raw,
  type HtmlValue,
} from '#platform/lib/html.ts'

test('text is escaped, in content and in attribute values', () => {
  const name = `<img src=x onerror="alert('1')"> & co`
  assert.equal(
    String(html`<p title="${name}">${name}</p>`),
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co">' +
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co</p>',
  )
})

test('markup made by the tag nests without being escaped again, also in lists of lists', () => {
  const rows: HtmlValue = [['a', '<b>'], ['c']].map((row) =>
    row.map((cell) => html`<i>${cell}</i>`),
  )
  assert.equal(String(html`<p>${rows}</p>`), '<p><i>a</i><i>&lt;b&gt;</i><i>c</i></p>')
})

test('nothing, true and false print nothing, nought prints', () => {
  assert.equal(String(html`${undefined}${null}${true}${false}${0}`), '0')
})

test('whatever string is put in, no character that opens a tag, an entity or an attribute survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const printed = String(html`${text}`)
      assert.doesNotMatch(printed, /[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
    }),
  )
})

test('raw passes as it stands', () => {
  assert.equal(String(html`<p>${raw('<b>1</b>')}</p>`), '<p><b>1</b></p>')
})

test('join leaves out what is blank and escapes the rest', () => {
  assert.equal(
    String(join(['a & b', '', null, html``, html`<i>c</i>`], html`<u></u>`)),
    'a &amp; b<u></u><i>c</i>',
  )
})

test('isBlank tells empty markup and white space from something to print', () => {
  assert.deepEqual([nothing, html``, '', undefined, null, 0, 'a', html`<i></i>`].map(isBlank), [
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('attributes are escaped, bare when true, absent when false or missing', () => {
  assert.equal(
    String(
      html`<a${attributes({ href: '/?a=1&b="2"', hidden: true, id: undefined, lang: false, tabindex: 0 })}>`,
    ),
    '<a href="/?a=1&amp;b=&quot;2&quot;" hidden tabindex="0">',
  )
})

test('classes joins what is there', () => {
  assert.equal(classes('a', undefined, '', false, 'b'), 'a b')
})
