import type { FastifyInstance } from 'fastify'
import type { House } from './house.ts'
import { keepHouse } from './house-of.ts'
import { framed } from './layout.ts'
import { unknownHostPage } from './unknown-host.ts'

/** What belongs to the server and to no authority: asked by machines that know it by any name. */
const ofNoAuthority = /^\/(?:health\/|metrics$|assets\/|favicon\.ico$)/

/** Leads every request to the authority of its address; an address of nobody gets a page that helps. */
export function leadToDoors(app: FastifyInstance, house: House): void {
  const { doors } = house
  if (doors === undefined) return
  app.addHook('onRequest', async (request, reply) => {
    if (ofNoAuthority.test(request.url)) return
    const { door, several } = await doors.at(request.hostname)
    if (door !== null) {
      keepHouse(request, { ...house, ...door, several })
      return
    }
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(String(framed(...unknownHostPage(house, doors.addresses()))))
  })
}
