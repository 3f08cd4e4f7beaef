import { join } from 'node:path'
import express, { type Express, type RequestHandler } from 'express'
import sendCompressed from 'express-static-gzip'
import { Place } from '../../protocol/ids.ts'
import { Hello } from '../../protocol/roles.ts'
import { manifestOf } from './manifest.ts'
import { sendNotFound } from './problems.ts'
import { makeSendNotAllowed } from './routes.ts'

const ASSETS_SEC = 365 * 24 * 3600

/** Pages whose address takes a POST as well, which is a route of its own. */
const WITH_POST = ['/pair', '/continue']

/** Addresses of the pages. */
const PAGES: Record<string, string> = {
  '/': 'welcome',
  '/try': 'welcome',
  '/devices': 'welcome',
  '/pair': 'welcome',
  '/continue': 'welcome',
  '/kiosk/:place': 'kiosk',
  '/display/:place': 'display',
  '/counter/:place': 'counter',
  '/survey/:place': 'survey',
  '/supervisor': 'supervisor',
  '/supervisor/:page': 'supervisor',
  '/supervisor/:page/:part': 'supervisor',
}

const FILE = { cacheControl: false, lastModified: false, etag: false }

/** Adds the page of a ticket, its manifest, the service worker of the phones and their icons: all that a phone is shown. */
export const addPhonePages = (app: Express, screensDir: string): void => {
  const needsToken: RequestHandler = (request, response, next) =>
    Hello.safeParse({ role: 'tracker', token: request.params.token }).success
      ? next()
      : sendNotFound(request, response, next)
  // Few files, and a new build must be seen at once.
  app.use(
    '/t',
    express.static(join(screensDir, 't'), { index: false, redirect: false, dotfiles: 'ignore', cacheControl: false }),
  )
  app.get('/t/:token/manifest.webmanifest', needsToken, (request, response) => {
    response.type('application/manifest+json').send(JSON.stringify(manifestOf(String(request.params.token))))
  })
  app.get('/t/:token', needsToken, (_request, response) =>
    response.sendFile('tracker/index.html', { root: screensDir, ...FILE }),
  )
  app.all('/t/:token', makeSendNotAllowed(['GET, HEAD']))
}

/** Adds the assets of all screens, whose names change with their content, kept for a year. Source maps are not there. */
export const addAssets = (app: Express, screensDir: string): void => {
  app.get(/\.map$/, sendNotFound)
  // What stands between would answer an address that cannot be decoded in words of its own.
  app.use('/assets', (request, response, next) =>
    /%(?![0-9a-f]{2})/i.test(request.path) ? sendNotFound(request, response, next) : next(),
  )
  app.use(
    '/assets',
    // By gzip where the build has left it: browsers take brotli over HTTPS alone.
    sendCompressed(join(screensDir, 'assets'), {
      index: false,
      serveStatic: {
        redirect: false,
        dotfiles: 'ignore',
        cacheControl: false,
        setHeaders: (response) => response.setHeader('Cache-Control', `public, max-age=${ASSETS_SEC}, immutable`),
      },
    }),
  )
}

/**
 * Adds the screens: one `index.html` each, never kept by a browser. Files beginning with a dot are not there.
 */
export const addScreens = (app: Express, screensDir: string): void => {
  const sendPage =
    (screen: string): RequestHandler =>
    (request, response, next) => {
      if (!Place.safeParse(request.params.place ?? '1').success) return sendNotFound(request, response, next)
      response.sendFile(`${screen}/index.html`, { root: screensDir, ...FILE })
    }
  for (const [path, screen] of Object.entries(PAGES)) {
    app.get(path, sendPage(screen))
    if (!WITH_POST.includes(path)) app.all(path, makeSendNotAllowed(['GET, HEAD']))
  }
  addPhonePages(app, screensDir)
  addAssets(app, screensDir)
}
