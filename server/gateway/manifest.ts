const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/t/${file}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** What a phone needs to keep a ticket's page on its home screen: it opens that ticket, and says nothing of it. */
export const manifestOf = (token: string) => ({
  id: `/t/${token}`,
  start_url: `/t/${token}`,
  scope: '/t/',
  name: 'Antrean',
  short_name: 'Antrean',
  lang: 'id',
  display: 'standalone',
  background_color: '#FAF8F2',
  theme_color: '#0B4F46',
  icons: [icon('icon-192', 192, 'any'), icon('icon-512', 512, 'any'), icon('icon-maskable-512', 512, 'maskable')],
})
