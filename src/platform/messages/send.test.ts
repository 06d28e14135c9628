import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { readConfig } from '#config.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import {
  claimMessages,
  listOutbox,
  type NewMessage,
  queueMessage,
  stopMessagesTo,
} from './messages.sql.ts'
import { sendMessages } from './send.jobs.ts'

const { db } = await testDatabase()
const authorityId = knownAuthorities.find(({ code }) => code === 'worcestershire')!.id
const actor = systemActor({ authorityId, authorityCode: 'worcestershire', reason: 'test' })
const act = <T>(work: (tx: Tx) => Promise<T>) => asActor(db, actor, work)

const received: string[] = []
let refusing = false
const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (refusing) return done(new Error('mailbox full'))
      received.push(Buffer.concat(chunks).toString())
      return done()
    })
  },
})
await new Promise<void>((listening) => mail.listen(0, '127.0.0.1', listening))
after(() => new Promise<void>((closed) => mail.close(closed)))
const smtp = {
  DATABASE_URL: 'postgres://unused/unused',
  SMTP_URL: `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`,
}

const run = (env: NodeJS.ProcessEnv) =>
  sendMessages.run({ db, config: readConfig(env), clock: clockAt('2018-04-03') }, {})
const letter: NewMessage = {
  authorityId,
  channel: 'email',
  purpose: 'receipt',
  recipient: 'margaret@example.org',
  subject: 'Your reference',
  body: 'It is ALG-7F3KM-9.',
}
const states = async () =>
  (await act((tx) => listOutbox(tx, authorityId, 50))).map(({ state }) => state)

beforeEach(async () => {
  received.length = 0
  refusing = false
  await act((tx) => sql`delete from message_attachment`.execute(tx))
  await act((tx) => sql`delete from message`.execute(tx))
})

test('a queued message leaves once by a real mail server, with what is attached', async () => {
  const attachments = [{ name: 'plan.txt', type: 'text/plain', bytes: Buffer.from('the plan') }]
  await act((tx) => queueMessage(tx, { ...letter, attachments }))
  await run(smtp)
  await run(smtp)
  assert.equal(received.length, 1)
  assert.match(received[0]!, /Subject: Your reference/)
  assert.match(received[0]!, /ALG-7F3KM-9/)
  assert.match(received[0]!, /filename=plan\.txt/)
  assert.deepEqual(await states(), ['sent'])
})

test('a message of a transaction that was rolled back is never sent', async () => {
  await assert.rejects(
    act(async (tx) => {
      await queueMessage(tx, letter)
      throw new Error('changed my mind')
    }),
  )
  await run(smtp)
  assert.equal(received.length, 0)
})

test('two senders at once send each message once', async () => {
  for (let each = 0; each < 5; each += 1) await act((tx) => queueMessage(tx, letter))
  await Promise.all([run(smtp), run(smtp)])
  assert.equal(received.length, 5)
})

test('a refused message waits and is tried again, and says why', async () => {
  refusing = true
  await act((tx) => queueMessage(tx, letter))
  await run(smtp)
  const [waiting] = await act((tx) => listOutbox(tx, authorityId, 1))
  assert.equal(waiting?.state, 'queued')
  assert.match(waiting?.fault ?? '', /mailbox full/)
  refusing = false
  await act((tx) => sql`update message set next_try_at = now()`.execute(tx))
  await run(smtp)
  assert.equal(received.length, 1)
})

test('what was in hand when the house was killed is not sent twice, but shown as unsure', async () => {
  await act((tx) => queueMessage(tx, letter))
  await act((tx) => claimMessages(tx, authorityId, 10))
  await act((tx) => sql`update message set claimed_at = now() - interval '11 minutes'`.execute(tx))
  await run(smtp)
  assert.equal(received.length, 0)
  assert.deepEqual(await states(), ['unsure'])
})

test('with nothing set up to send, a message is kept', async () => {
  await act((tx) => queueMessage(tx, letter))
  await run({ DATABASE_URL: 'postgres://unused/unused' })
  assert.deepEqual(await states(), ['kept'])
})

test('GOV.UK Notify is asked by its own interface where there is a key', async () => {
  const asked: { path: string; body: Record<string, unknown> }[] = []
  const notify = createServer((request: IncomingMessage, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked.push({ path: request.url ?? '', body: JSON.parse(body) as Record<string, unknown> })
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
    })
  })
  await new Promise<void>((listening) => notify.listen(0, '127.0.0.1', () => listening()))
  const key = `test-${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}-${'1'.repeat(8)}-1111-1111-1111-${'1'.repeat(12)}`
  await act((tx) => queueMessage(tx, { ...letter, channel: 'text', recipient: '07700900123' }))
  await run({
    DATABASE_URL: 'postgres://unused/unused',
    NOTIFY_API_KEY: key,
    NOTIFY_EMAIL_TEMPLATE: 'e',
    NOTIFY_TEXT_TEMPLATE: 't',
    NOTIFY_URL: `http://127.0.0.1:${(notify.address() as AddressInfo).port}`,
  })
  await new Promise((closed) => notify.close(closed))
  assert.equal(asked[0]?.path, '/v2/notifications/sms')
  assert.equal(asked[0]?.body['phone_number'], '07700900123')
  assert.deepEqual(await states(), ['sent'])
})

const aReader = async (more: { informationFormat?: string; mayEmail?: boolean } = {}) => {
  const id = newId()
  const reference = newReference()
  const row = { authorityId, id, reference, givenName: 'Margaret', familyName: 'Tolley', ...more }
  await act((tx) => tx.insertInto('person').values(row).execute())
  return id
}
const outbox = () => act((tx) => listOutbox(tx, authorityId, 50))

test('a message by a way that was refused, or that cannot be read, is kept as stopped with the reason', async () => {
  const refusing = await aReader({ mayEmail: false })
  await act((tx) => queueMessage(tx, { ...letter, personId: refusing }))
  const signing = await aReader({ informationFormat: 'bsl' })
  await act((tx) => queueMessage(tx, { ...letter, personId: signing, format: 'pdf' }))
  await run(smtp)
  assert.equal(received.length, 0)
  const [second, first] = await outbox()
  assert.deepEqual([first?.state, second?.state], ['stopped', 'stopped'])
  assert.match(first?.fault ?? '', /do not want email/)
  assert.match(second?.fault ?? '', /British Sign Language/)
})

test('what waits for somebody who died is stopped at once, and what others may have still goes', async () => {
  const personId = await aReader()
  await act((tx) => queueMessage(tx, { ...letter, personId }))
  await act((tx) => queueMessage(tx, letter))
  await act((tx) =>
    tx.updateTable('person').set({ diedOn: '2018-04-01' }).where('id', '=', personId).execute(),
  )
  assert.equal(await act((tx) => stopMessagesTo(tx, { authorityId, personId })), 1)
  await run(smtp)
  assert.equal(received.length, 1)
  const stopped = (await outbox()).find(({ state }) => state === 'stopped')
  assert.match(stopped?.fault ?? '', /died on 1 April 2018/)
})

test('a death that nobody passed on stops the message as it is about to leave', async () => {
  const personId = await aReader()
  await act((tx) => queueMessage(tx, { ...letter, personId }))
  await act((tx) =>
    tx.updateTable('person').set({ diedOn: '2018-04-01' }).where('id', '=', personId).execute(),
  )
  await run(smtp)
  assert.equal(received.length, 0)
  assert.deepEqual(await states(), ['stopped'])
})
