// A real mail server, at which everybody's letters arrive.
import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'

export type Letter = { readonly subject: string; readonly body: string }

export type Mailbox = {
  /** For `SMTP_URL`. */
  readonly url: string
  /** The first letter to this address that nobody has read yet, waited for; throws where none comes. */
  readonly letterTo: (address: string) => Promise<Letter>
}

const longestWait = 20_000

/** A mail server that takes every letter, closed at the end of the file's tests. */
export async function openMailbox(): Promise<Mailbox> {
  const unread: { readonly to: string; readonly letter: Letter }[] = []
  const arrivals = new EventEmitter()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      void text(stream).then((source) => {
        const letter = read(source)
        for (const { address } of envelope.rcptTo) unread.push({ to: address, letter })
        done()
        arrivals.emit('letter')
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => new Promise<void>((closed) => server.close(closed)))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letterTo }

  async function letterTo(address: string): Promise<Letter> {
    const signal = AbortSignal.timeout(longestWait)
    for (;;) {
      const at = unread.findIndex(({ to }) => to === address)
      if (at >= 0) return unread.splice(at, 1)[0]!.letter
      await once(arrivals, 'letter', { signal })
    }
  }
}

/** The subject and the words of a letter without attachments. */
function read(source: string): Letter {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const body = rest.join('\r\n\r\n')
  const isQuoted = /^content-transfer-encoding: quoted-printable$/im.test(headers)
  return {
    subject: /^subject: (.*)$/im.exec(headers)?.[1] ?? '',
    body: isQuoted ? unquoted(body) : body,
  }
}

/** Quoted-printable as text: RFC 2045, section 6.7. */
function unquoted(body: string): string {
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
