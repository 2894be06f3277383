import { RegionReportSchema } from '@portal/site/contract';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { RegionReportSchema as CmsReportSchema } from '../../cms/src/publishing/report-schema.ts';

it('the CMS takes reports as the contract describes them', () => {
  // The CMS has a zod of its own, so what the schemas describe is compared, not how they check it.
  const described = (schema: object) =>
    JSON.stringify(z.toJSONSchema(schema as z.ZodType), (key, value: unknown) =>
      key === 'pattern' ? undefined : value,
    );
  expect(described(CmsReportSchema)).toBe(described(RegionReportSchema));
});
