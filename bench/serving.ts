import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { benchSecret } from './secret.ts'

export type Served = { readonly address: string; readonly stop: () => Promise<void> }

/** The product's server over a county, in a process of its own, listening. */
export async function startServer(databaseUrl: string): Promise<Served> {
  const child = spawn(process.execPath, ['bench/server.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ALONGSIDE_SECRET: benchSecret,
      ALONGSIDE_DATA: '.cache/bench/server',
      ALONGSIDE_DEMO: '1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [address] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => {
      throw new Error('the server did not start')
    }),
  ])) as [string]
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Through the demo's own page, as a person would; gives the session's cookie. */
export async function signIn(address: string, name: string): Promise<string> {
  const page = await (await fetch(`${address}/sign-in/demo`)).text()
  const form = page.split('<form').find((part) => part.includes(`Sign in as ${name}`))
  const fields = [...(form ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
    ([, field, value]) => [field, value] as [string, string],
  )
  const answer = await fetch(`${address}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: address },
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  if (cookie === '') throw new Error(`nobody signed in as ${name}: ${answer.status}`)
  return cookie
}
