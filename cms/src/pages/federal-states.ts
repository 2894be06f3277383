import { openPlace } from '../domain/page-rules';
import { enumerationLabel } from '../views/enumeration-labels';

/** What the legal pages say that depends on the federal state. */
export interface StateTexts {
  inState: string;
  dataProtectionLaw: string;
  dataProtectionAuthority: string;
  accessibilityLaw: string;
  monitoringBody: string;
  enforcementBody: string;
}

/** Who takes complaints about data protection in each state: name and website. */
const AUTHORITIES: Readonly<Record<string, readonly [name: string, host: string]>> = {
  BW: [
    'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg',
    'www.baden-wuerttemberg.datenschutz.de',
  ],
  BY: ['Bayerischer Landesbeauftragter für den Datenschutz', 'www.datenschutz-bayern.de'],
  BE: [
    'Berliner Beauftragte für Datenschutz und Informationsfreiheit',
    'www.datenschutz-berlin.de',
  ],
  HB: [
    'Landesbeauftragte für Datenschutz und Informationsfreiheit der Freien Hansestadt Bremen',
    'www.datenschutz.bremen.de',
  ],
  HH: [
    'Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit',
    'datenschutz-hamburg.de',
  ],
  HE: ['Hessischer Beauftragter für Datenschutz und Informationsfreiheit', 'datenschutz.hessen.de'],
  MV: [
    'Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern',
    'www.datenschutz-mv.de',
  ],
  NI: ['Landesbeauftragter für den Datenschutz Niedersachsen', 'www.lfd.niedersachsen.de'],
  NW: [
    'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen',
    'www.ldi.nrw.de',
  ],
  RP: [
    'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz',
    'www.datenschutz.rlp.de',
  ],
  SL: ['Unabhängiges Datenschutzzentrum Saarland', 'www.datenschutz.saarland.de'],
  SN: ['Sächsische Datenschutz- und Transparenzbeauftragte', 'www.datenschutz.sachsen.de'],
  ST: ['Landesbeauftragte für den Datenschutz Sachsen-Anhalt', 'datenschutz.sachsen-anhalt.de'],
  SH: [
    'Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein',
    'www.datenschutzzentrum.de',
  ],
  TH: [
    'Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit',
    'www.tlfdi.de',
  ],
};

const BRANDENBURG: StateTexts = {
  inState: 'in Brandenburg',
  dataProtectionLaw: 'dem Brandenburgischen Datenschutzgesetz',
  dataProtectionAuthority: `Die Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg
Stahnsdorfer Damm 77
14532 Kleinmachnow
[www.lda.brandenburg.de](https://www.lda.brandenburg.de)`,
  accessibilityLaw:
    'dem Brandenburgischen Behindertengleichstellungsgesetz (BbgBGG) und der Brandenburgischen Barrierefreie Informationstechnik-Verordnung (BbgBITV)',
  monitoringBody: `Landesamt für Soziales und Versorgung des Landes Brandenburg (LASV)
Überwachungsstelle Barrierefreie Informationstechnik
Lipezker Straße 45
03048 Cottbus
[lasv.brandenburg.de](https://lasv.brandenburg.de)`,
  enforcementBody: `Land Brandenburg
Durchsetzungsstelle nach dem BbgBGG bei der oder dem Beauftragten der Landesregierung für die Belange der Menschen mit Behinderungen
Henning-von-Tresckow-Straße 2–13
14467 Potsdam`,
};

/**
 * The texts of a federal state. Where they are not known, they hold open places for the operator.
 *
 * @param state - Abbreviation, such as `BB`.
 */
export function stateTexts(state: string): StateTexts {
  if (state === 'BB') return BRANDENBURG;
  const name = enumerationLabel('federalState', state);
  const inState = state === 'SL' ? 'im Saarland' : `in ${name}`;
  const [authority, host] = AUTHORITIES[state] ?? [];
  return {
    inState,
    dataProtectionLaw: `dem Datenschutzgesetz des Landes ${name}`,
    dataProtectionAuthority:
      authority === undefined || host === undefined
        ? openPlace('Name und Anschrift der Aufsichtsbehörde')
        : `${authority}\n[${host}](https://${host})`,
    accessibilityLaw: `dem Behindertengleichstellungsgesetz des Landes ${name} und seinen Verordnungen`,
    monitoringBody: openPlace(`Name und Anschrift der Überwachungsstelle ${inState}`),
    enforcementBody: openPlace(
      `Name und Anschrift der Durchsetzungs- oder Schlichtungsstelle ${inState}`,
    ),
  };
}
