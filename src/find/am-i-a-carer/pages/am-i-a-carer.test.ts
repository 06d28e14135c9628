import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { amIACarer } from '../room.ts'

const { visitor } = await testHouse([amIACarer], { today: '2026-11-22' })
const path = '/am-i-a-carer'
const youngPath = '/young-carers/am-i-a-young-carer'

const wife = {
  age: '25_or_over',
  who: ['partner', 'parent'],
  why: ['memory'],
  paid: 'no',
  hours: '35_or_more',
  sharing: 'alone',
  day: 'work',
  known: 'no',
}

test('the first question stands at the address itself', async () => {
  const first = await visitor.get(path)
  assert.equal(first.status, 200)
  assert.match(first.text, /How old are you\?.*We do not keep your answers/)
  assert.equal(first.field('question'), 'age')
})

test('an answer leads to the next question and travels along unseen', async () => {
  const next = await visitor.post(path, { question: 'age', age: '25_or_over' })
  assert.equal(next.status, 200)
  assert.match(next.title, /^Who do you look after\?/)
  assert.equal(next.field('age'), '25_or_over')
})

test('no answer is refused in words, with what was answered before kept', async () => {
  const again = await visitor.post(path, { question: 'who', age: '25_or_over' })
  assert.equal(again.status, 422)
  assert.match(again.title, /^Error: Who do you look after/)
  assert.match(again.text, /There is a problem Select who you look after/)
  assert.equal(again.field('age'), '25_or_over')
})

test('an answer that is not on the list is no answer', async () => {
  const again = await visitor.post(path, { question: 'age', age: '<script>alert(1)</script>' })
  assert.equal(again.status, 422)
  assert.doesNotMatch(again.html, /<script>alert/)
})

test('Back shows the question before with its answer and loses none', async () => {
  const back = await visitor.post(path, {
    question: 'why',
    go: 'back',
    age: '25_or_over',
    who: ['partner', 'parent'],
    why: ['memory'],
  })
  assert.match(back.title, /^Who do you look after/)
  assert.match(back.html, /value="partner" checked/)
  assert.match(back.html, /<input type="hidden" name="why" value="memory"/)
})

test('the last answer leads to the kinds of carer and the rights, each with its law', async () => {
  const end = await visitor.post(path, { question: 'known', ...wife })
  assert.equal(end.status, 200)
  assert.match(end.text, /Yes, you are a carer/)
  assert.match(end.text, /Adult carer\. .* Care Act 2014, section 10\(3\), since 1 April 2015/)
  assert.match(end.text, /A carer's assessment .* Care Act 2014, section 10, since 1 April 2015/)
  assert.match(end.text, /Carer's leave: a week each year/)
  assert.match(end.text, /£86\.45 a week/)
})

test('an answer can be changed from the end, and leads straight back there', async () => {
  const change = await visitor.post(path, { ...wife, change: 'hours' })
  assert.match(change.title, /^How much time does it take/)
  const end = await visitor.post(path, { ...wife, question: 'hours', hours: 'under_20' })
  assert.match(end.text, /Yes, you are a carer/)
  assert.doesNotMatch(end.text, /£86\.45/)
})

test('what was answered goes along to the registration, so that nothing is asked twice', async () => {
  const end = await visitor.post(path, { question: 'known', ...wife })
  const form = /<form[^>]*action="\/register".*?<\/form>/s.exec(end.html)?.[0] ?? ''
  assert.match(form, /name="who" value="partner"/)
  assert.match(form, /name="age" value="25_or_over"/)
})

test('who is paid learns why that is something else, and where to find help all the same', async () => {
  const end = await visitor.post(path, {
    question: 'paid',
    age: '25_or_over',
    who: ['other_adult'],
    why: ['frailty'],
    paid: 'paid',
  })
  assert.match(end.text, /You are a care worker/)
  assert.doesNotMatch(end.html, /action="\/register"/)
  assert.match(end.html, /action="\/find-help"/)
})

test('someone under 18 is led to the young carers’ own way', async () => {
  const led = await visitor.post(path, { question: 'age', age: '16_17' })
  assert.deepEqual([led.status, led.location], [303, '/young-carers'])
})

test('the young carers’ way has their words, their rights and their next step', async () => {
  const first = await visitor.get(youngPath)
  assert.match(first.html, /door-young/)
  assert.doesNotMatch(first.text, /25 or over/)
  const end = await visitor.post(youngPath, {
    question: 'known',
    age: 'under_16',
    who: ['parent', 'young_sibling'],
    why: ['mental_health'],
    sharing: 'mostly_me',
    known: 'no',
  })
  assert.match(end.text, /Yes, you are a young carer/)
  assert.match(end.text, /Children Act 1989, section 17ZA/)
  assert.match(end.html, /action="\/young-carers\/register"/)
  assert.doesNotMatch(end.text, /Carer's Allowance/)
})

test('a grown-up at the young carers’ door is led to the other', async () => {
  const led = await visitor.post(youngPath, { question: 'age', age: '18_24' })
  assert.equal(led.location, '/am-i-a-carer')
})

test('nothing typed stands in the address', async () => {
  const end = await visitor.post(path, { question: 'known', ...wife })
  assert.doesNotMatch(end.html, /href="[^"]*\?/)
  assert.doesNotMatch(end.html, /method="get"/)
})

test('the young carers’ pages can be left quickly, the others carry no such button', async () => {
  assert.match((await visitor.get(youngPath)).text, /Leave this page quickly/)
  assert.doesNotMatch((await visitor.get(path)).text, /Leave this page quickly/)
})

test('the browser may keep a question for its Back button, which would else ask to send the form again', async () => {
  const next = await visitor.post(path, { question: 'age', age: '25_or_over' })
  assert.equal(next.response.headers['cache-control'], 'private, no-cache')
})
