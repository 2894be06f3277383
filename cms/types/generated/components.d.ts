import type { Schema, Struct } from '@strapi/strapi';

export interface ListingPrice extends Struct.ComponentSchema {
  collectionName: 'components_listing_prices';
  info: {
    displayName: 'Preis';
    icon: 'priceTag';
  };
  attributes: {
    amount: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 10000000;
          min: 0;
        },
        number
      >;
    amountNonprofit: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 10000000;
          min: 0;
        },
        number
      >;
    kind: Schema.Attribute.Enumeration<['free', 'fee', 'negotiable', 'swap']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'free'>;
    unit: Schema.Attribute.Enumeration<
      [
        'minute',
        'hour',
        'day',
        'week',
        'month',
        'session',
        'piece',
        'piece-week',
        'piece-month',
        'person',
        'person-week',
        'sqm',
        'sqm-month',
        'hectare',
        'kg',
        'km',
        'kwh',
        'kwp-year',
        'share',
        'flat',
      ]
    >;
  };
}

export interface OrganisationContact extends Struct.ComponentSchema {
  collectionName: 'components_organisation_contacts';
  info: {
    displayName: 'Kontakt';
    icon: 'envelop';
  };
  attributes: {
    email: Schema.Attribute.Email & Schema.Attribute.Required;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
  };
}

export interface RegionBrand extends Struct.ComponentSchema {
  collectionName: 'components_region_brands';
  info: {
    displayName: 'Erscheinungsbild';
    icon: 'brush';
  };
  attributes: {
    accent: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 7;
      }>;
    cover: Schema.Attribute.Media<'images'>;
    logo: Schema.Attribute.Media<'images'>;
    primary: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 7;
      }>;
  };
}

export interface RegionOperator extends Struct.ComponentSchema {
  collectionName: 'components_region_operators';
  info: {
    displayName: 'Betreiber';
    icon: 'briefcase';
  };
  attributes: {
    email: Schema.Attribute.Email & Schema.Attribute.Required;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    place: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80;
      }>;
    postalCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5;
      }>;
    street: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    website: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
  };
}

export interface RegionPartner extends Struct.ComponentSchema {
  collectionName: 'components_region_partners';
  info: {
    displayName: 'Partner';
    icon: 'handHeart';
  };
  attributes: {
    logo: Schema.Attribute.Media<'images'>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    role: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    website: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
  };
}

export interface StoryFigure extends Struct.ComponentSchema {
  collectionName: 'components_story_figures';
  info: {
    displayName: 'Kennzahl';
    icon: 'chartBubble';
  };
  attributes: {
    label: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    value: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
  };
}

export interface StoryQuote extends Struct.ComponentSchema {
  collectionName: 'components_story_quotes';
  info: {
    displayName: 'Zitat';
    icon: 'quote';
  };
  attributes: {
    person: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    role: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    text: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'listing.price': ListingPrice;
      'organisation.contact': OrganisationContact;
      'region.brand': RegionBrand;
      'region.operator': RegionOperator;
      'region.partner': RegionPartner;
      'story.figure': StoryFigure;
      'story.quote': StoryQuote;
    }
  }
}
