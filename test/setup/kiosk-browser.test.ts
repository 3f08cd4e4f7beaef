import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ADDRESS, install, POLICY } from './install-kiosk.ts'

describe('the rules of the browser', { tags: ['K1'] }, () => {
  const policy = z.record(z.string(), z.unknown()).parse(JSON.parse(install().read(POLICY)))

  test('let it go to the office and to the page that waits for it, and nowhere else', () => {
    expect(policy.URLBlocklist).toEqual(['*'])
    expect(policy.URLAllowlist).toEqual([ADDRESS, 'file:///usr/local/share/antrean/loader.html'])
  })

  test('give camera and sound to the office alone, also without TLS', () => {
    for (const key of ['VideoCaptureAllowedUrls', 'AutoplayAllowlist', 'OverrideSecurityRestrictionsOnInsecureOrigin'])
      expect(policy[key], key).toEqual([ADDRESS])
    expect(policy.AudioCaptureAllowed).toBe(false)
  })

  test('switch off whatever leads out of the page or asks questions', () => {
    const off = Object.entries(policy).filter(([, value]) => value === false)
    expect(off.map(([key]) => key)).toEqual(expect.arrayContaining(['PrintingEnabled', 'PasswordManagerEnabled']))
    expect(policy).toMatchObject({
      DownloadRestrictions: 3,
      DeveloperToolsAvailability: 2,
      IncognitoModeAvailability: 1,
      ExtensionInstallBlocklist: ['*'],
      DefaultPopupsSetting: 2,
      AutofillAddressEnabled: false,
      AutofillCreditCardEnabled: false,
      TranslateEnabled: false,
      AllowFileSelectionDialogs: false,
      SyncDisabled: true,
    })
  })

  /** Chromium takes a rule that it does not know for none. These are in Chromium's list of enterprise policies. */
  const KNOWN = [
    ...['URLBlocklist', 'URLAllowlist', 'VideoCaptureAllowed', 'VideoCaptureAllowedUrls', 'AudioCaptureAllowed'],
    ...['AutoplayAllowlist', 'OverrideSecurityRestrictionsOnInsecureOrigin', 'DownloadRestrictions', 'PrintingEnabled'],
    ...['AllowFileSelectionDialogs', 'ScreenCaptureAllowed', 'ExtensionInstallBlocklist', 'SearchSuggestEnabled'],
    ...['DeveloperToolsAvailability', 'IncognitoModeAvailability', 'BrowserGuestModeEnabled', 'SyncDisabled'],
    ...['BrowserAddPersonEnabled', 'BrowserSignin', 'PasswordManagerEnabled', 'AutofillAddressEnabled'],
    ...['AutofillCreditCardEnabled', 'TranslateEnabled', 'SpellcheckEnabled', 'BookmarkBarEnabled'],
    ...['EditBookmarksEnabled', 'DefaultBrowserSettingEnabled', 'PromotionsEnabled', 'MetricsReportingEnabled'],
    ...['BackgroundModeEnabled', 'ComponentUpdatesEnabled', 'NetworkPredictionOptions', 'DnsOverHttpsMode'],
    ...['CommandLineFlagSecurityWarningsEnabled', 'DefaultPopupsSetting', 'DefaultNotificationsSetting'],
    ...['DefaultGeolocationSetting', 'DefaultSensorsSetting', 'DefaultSerialGuardSetting'],
    ...['DefaultWebUsbGuardSetting', 'DefaultWebHidGuardSetting', 'DefaultWebBluetoothGuardSetting'],
    ...['DefaultFileSystemReadGuardSetting', 'DefaultFileSystemWriteGuardSetting'],
  ]
  test('are rules that Chromium knows', () => {
    expect(Object.keys(policy).filter((key) => !KNOWN.includes(key))).toEqual([])
  })
})
