import { z } from 'zod';

/**
 * Rich text as Strapi's blocks editor stores it. Unknown node types are refused: a site that
 * silently drops what an editor wrote is worse than one entry held back with a message.
 *
 * @see https://docs.strapi.io/cms/features/content-type-builder#rich-text-blocks
 */
const TextNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});

const LinkNodeSchema = z.object({
  type: z.literal('link'),
  url: z.string(),
  children: z.array(TextNodeSchema),
});

const InlineNodeSchema = z.discriminatedUnion('type', [TextNodeSchema, LinkNodeSchema]);

const ParagraphNodeSchema = z.object({
  type: z.literal('paragraph'),
  children: z.array(InlineNodeSchema),
});

const HeadingNodeSchema = z.object({
  type: z.literal('heading'),
  level: z.number().int().min(1).max(6),
  children: z.array(InlineNodeSchema),
});

const ListItemNodeSchema = z.object({
  type: z.literal('list-item'),
  children: z.array(InlineNodeSchema),
});

const ListNodeSchema = z.object({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  get children() {
    return z.array(z.discriminatedUnion('type', [ListItemNodeSchema, ListNodeSchema]));
  },
});

const QuoteNodeSchema = z.object({
  type: z.literal('quote'),
  children: z.array(InlineNodeSchema),
});

const CodeNodeSchema = z.object({
  type: z.literal('code'),
  children: z.array(InlineNodeSchema),
});

export const BlockSchema = z.discriminatedUnion('type', [
  ParagraphNodeSchema,
  HeadingNodeSchema,
  ListNodeSchema,
  QuoteNodeSchema,
  CodeNodeSchema,
]);

export const BlocksSchema = z.array(BlockSchema);

export type InlineNode = z.infer<typeof InlineNodeSchema>;
export type ListNode = z.infer<typeof ListNodeSchema>;
export type Block = z.infer<typeof BlockSchema>;
