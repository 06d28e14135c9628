import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aVisit, checkAccessible, checkNarrow, weightOf, widths } from './browser.ts'
import { demoHouse } from './demo.ts'
import { furnish } from './routes/furnish.ts'
import { openPages } from './routes/open-pages.ts'
import { demoPeople } from './routes/people.ts'

// Every page that opens, in a real browser, as somebody who may open it.
const house = await demoHouse('today')
const people = await demoPeople(house)
const pages = await openPages(house, people, await furnish(house, people))
const at = await house.app.listen({ port: 0, host: '127.0.0.1' })
const { page, context, wentWell } = await aVisit({ at })

async function become(cookies: string): Promise<void> {
  await context.clearCookies()
  const parts = cookies.split('; ').filter((each) => each !== '')
  await context.addCookies(
    parts.map((part) => {
      const [name, ...value] = part.split('=')
      return { name: name!, value: value.join('='), url: at }
    }),
  )
}

describe('every page is accessible at both widths, scrolls only down, and runs without faults', () => {
  for (const { path, at: address, who } of pages) {
    test(path, async () => {
      await become(who.cookie)
      await page.setViewportSize(widths.desktop)
      const answer = await page.goto(address)
      assert.equal(answer?.status(), 200)
      await checkAccessible(page)
      await page.setViewportSize(widths.phone)
      await checkAccessible(page)
      await checkNarrow(page)
      wentWell()
    })
  }
})

describe('a first visit weighs less than 100 KB', () => {
  for (const { path, door } of pages) {
    if (door !== 'public' && door !== 'young') continue
    test(path, async () => {
      const bytes = await weightOf(at, path)
      assert.ok(bytes < 100_000, `${path} weighs ${bytes} bytes`)
    })
  }
})

test('there are pages', () => {
  assert.ok(pages.length > 100)
})
