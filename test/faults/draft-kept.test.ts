// What was typed into an assessment outlives the session it was typed in, and the server.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { servedDemo } from '../demo.ts'
import { health } from '../journeys/assess-steps.ts'
import { atWork, openToday } from '../journeys/staff-steps.ts'
import { asOwner } from '../journeys/stored.ts'
import { follow, signInAs } from '../journeys/walk.ts'
import { freePort, startServer } from './started-server.ts'

const { address: at, database, stop } = await servedDemo()
const typed = 'Sleeps four hours a night.'
const field = `In what way? ${health}`

test('a draft that saved itself is there after the session has run out, and after a kill of the server', async () => {
  const { page, context } = await atWork(at, 'Priya Nair')
  await openToday(page, /Caroline Cooke/)
  await follow(page, 'How you are')
  const section = new URL(page.url()).pathname
  await page.clock.install()
  await page.getByLabel(field).fill(typed)
  await page.clock.fastForward(5000)
  await page.getByText('Saved at').waitFor()

  await asOwner(database.ownerUrl, `update auth.session set expires_at = date '2018-11-05'`)
  await page.reload()
  assert.match(new URL(page.url()).pathname, /^\/sign-in/)
  await signInAs(page, 'Priya Nair')
  await page.goto(section)
  assert.equal(await page.getByLabel(field).inputValue(), typed)
  await context.close()
  await stop()
  await isThereAfterAKill(section)
})

async function isThereAfterAKill(section: string): Promise<void> {
  const environment = {
    DATABASE_URL: database.ownerUrl,
    PORT: String(await freePort()),
    ALONGSIDE_DEMO: '1',
    ALONGSIDE_SECRET: 'a secret for tests alone, of 32 characters',
  }
  const first = await startServer(environment)
  const { page, context } = await atWork(first.address, 'Priya Nair')
  await page.goto(section)
  await page.clock.install()
  await page.getByLabel(field).fill(`${typed} Her back hurts.`)
  await page.clock.fastForward(5000)
  await page.getByText('Saved at').waitFor()
  await first.end('SIGKILL')
  const second = await startServer(environment)
  await page.reload()
  assert.equal(await page.getByLabel(field).inputValue(), `${typed} Her back hurts.`)
  await context.close()
  await second.end('SIGTERM')
}
