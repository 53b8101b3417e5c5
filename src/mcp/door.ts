/**
 * The Model Context Protocol (modelcontextprotocol.io, 2025-11-25) over standard streams and over streamable HTTP.
 * HTTP is answered without any state between requests: reading needs none, and a server that was started again
 * answers as before. There is no stream from the server, because nothing here changes by itself. Output schemas are
 * not declared: they are long, assistants are handed all of them with the list of tools, and every answer names its
 * own; an answer whose JSON is longer than a model can take goes out in words alone.
 */
import type { Readable, Writable } from 'node:stream';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv-provider.js';
import { OnrecordError } from '#base/index.js';
import { DOOR_WORDS } from '#report/index.js';
import { TOOL_NAMES, type ToolName, toolSchema } from '#wire/index.js';
import { DESCRIBED, INSTRUCTIONS } from './instructions.js';
import type { RecordReader } from './reader.js';
import { runTool } from './tools.js';

export interface DoorOptions {
  /** Version of the product. */
  readonly version: string;
  /** A word that nobody can guess, for the tags round quoted words: letters and digits, new at every call. */
  readonly mark: () => string;
}

/** The tools over a reader, ready to be connected any number of times. */
export interface Door extends DoorOptions {
  readonly reader: RecordReader;
  readonly tools: Tool[];
  readonly validator: AjvJsonSchemaValidator;
}

/** Code units of JSON up to which an answer carries it. */
const LONGEST_JSON = 150_000;

export function openDoor(reader: RecordReader, options: DoorOptions): Door {
  return { ...options, reader, tools: TOOL_NAMES.map(toolOf), validator: new AjvJsonSchemaValidator() };
}

function toolOf(name: ToolName): Tool {
  const { $schema: _, ...inputSchema } = toolSchema(name);
  const { title, description } = DESCRIBED[name];
  return {
    name,
    title,
    description,
    inputSchema: inputSchema as Tool['inputSchema'],
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

function serverOver(door: Door, call: typeof callTool = callTool): McpServer {
  const mcp = new McpServer(
    { name: 'onrecord', title: 'Onrecord', version: door.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS, jsonSchemaValidator: door.validator },
  );
  mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: door.tools }));
  mcp.server.setRequestHandler(CallToolRequestSchema, ({ params }) => call(door, params.name, params.arguments));
  return mcp;
}

async function callTool(door: Door, name: string, given: unknown): Promise<CallToolResult> {
  const known = TOOL_NAMES.find((tool) => tool === name);
  if (known === undefined)
    throw new McpError(ErrorCode.InvalidParams, `There is no such tool. The tools are ${TOOL_NAMES.join(', ')}.`);
  try {
    const { answer, json } = await runTool(known, given, door.reader);
    const text = answer.write(door.mark);
    return JSON.stringify(json).length <= LONGEST_JSON
      ? { content: [{ type: 'text', text }], structuredContent: { ...json } }
      : { content: [{ type: 'text', text: `${text}\n${TOO_LONG}` }] };
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: sayFailure(error) }] };
  }
}

const TOO_LONG = 'The whole finding as JSON is too long for an answer and was left out: ask for less at once.';

/** Only an OnrecordError may say what happened. */
function sayFailure(error: unknown): string {
  const [what, remedy] =
    error instanceof OnrecordError ? [error.message, error.remedy] : [DOOR_WORDS.broken, DOOR_WORDS.brokenHelp];
  return `${what} ${remedy}`.trim();
}

/** Answers one request of streamable HTTP. Who may ask is the caller's to decide. */
export async function answerRequest(door: Door, request: Request): Promise<Response> {
  if (request.method !== 'POST')
    return Response.json(
      { jsonrpc: '2.0', error: { code: -32_000, message: DOOR_WORDS.wrongMethod(['POST']) }, id: null },
      { status: 405, headers: { Allow: 'POST' } },
    );
  const mcp = serverOver(door);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await mcp.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await mcp.close();
  }
}

/** Answers what comes in until it ends or the signal asks to stop; calls under way are answered first. */
export async function answerStreams(
  door: Door,
  { input, output, signal }: { readonly input: Readable; readonly output: Writable; readonly signal: AbortSignal },
): Promise<void> {
  const running = new Set<Promise<CallToolResult>>();
  const mcp = serverOver(door, (...given) => {
    const call = callTool(...given);
    running.add(call);
    return call.finally(() => running.delete(call));
  });
  const ended = new Promise<void>((resolve) => {
    const end = (): void => resolve();
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    input.once('end', end);
    input.once('close', end);
  });
  await mcp.connect(new StdioServerTransport(input, output));
  await ended;
  // The protocol hands a message on, and an answer out, a turn of the loop after it came.
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.allSettled(running);
  await new Promise((resolve) => setImmediate(resolve));
  await mcp.close();
}
