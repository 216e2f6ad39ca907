<?php
// Makes stubs/uvstream.php; tools/update_stubs calls it with the module loaded. Settings and options are the README's, the
// names of namespace Uvstream those of ext_src/php/*.stub.php.
declare(strict_types=1);

// What each function that we replace promises beyond PHP's manual. They are not declared: their signatures are PHP's
// own, and phpstan takes no second declaration of what it declares itself.
const REPLACED = [
    'fread' => 'of a task that is cancelled leaves what it has taken to who reads next.',
    'fgets' => 'as fread(): half a line is not lost.',
    'fgetc' => 'as fread().',
    'stream_get_line' => 'as fread(): a line is not lost.',
    'fpassthru' => 'by several tasks is served in order.',
    'fgetcsv' => 'as fread(): half a record is not lost.',
    'fscanf' => 'as fread(): half a line is not lost.',
    'stream_copy_to_stream' => 'as fread(): what it has read and not written is not lost.',
    'stream_socket_server' => 'the error code is the system\'s errno, and 0 exactly when no system call on the socket'
        . ' failed: an error in the address, the name, the transport or an option. udp and udg need'
        . ' `STREAM_SERVER_BIND` as flags, else it is EOPNOTSUPP. No part of an address is cut or guessed.',
    'stream_socket_accept' => 'a signal ends it, as in PHP, once its handler has run. The timeout, in seconds, is by'
        . ' default `default_socket_timeout`. The name of a unix client without one is "". A client that has gone already is passed over.'
        . ' On `ssl://` and the like the TLS handshake counts in the timeout; with a timeout of 0, on a non-blocking'
        . ' listener and with the option `handshake` it is left to the first read or write.',
    'stream_socket_client' => 'the timeout covers the look-up of the name, the connect and a TLS handshake together. When'
        . ' TLS fails, the error message is OpenSSL\'s reason, and the error code 0.',
    'fsockopen' => 'as stream_socket_client().',
    'pfsockopen' => 'as stream_socket_client(). Neither hands out a persistent connection that another task waits on.',
    'stream_socket_enable_crypto' => 'works on unix sockets, pairs and php://fd, too.',
    'stream_select' => 'has no limit of 1,024 descriptors. What it throws, it throws before it waits. When it throws or'
        . ' returns false, the arrays are as they were.',
    'stream_get_contents' => 'takes fewer system calls on sockets.',
    'stream_get_transports' => 'lists tcp, udp, unix, udg, ext/openssl\'s, and what others have registered.',
    'stream_socket_pair' => 'makes sockets that are closed on exec.',
    'proc_open' => 'makes pipes and sockets whose reads and writes let other tasks run, and whose reads stream_set_timeout()'
        . ' limits.',
    'gzclose' => 'as fclose().',
    'fclose' => 'in a signal handler, on a stream that a call below it waits for, makes that call fail; the descriptor'
        . ' is closed once it has returned.',
    'sleep' => 'lets other tasks run meanwhile; with 0 those that are ready run once.',
    'usleep' => 'as sleep().',
    'time_nanosleep' => 'as sleep().',
    'time_sleep_until' => 'as sleep().',
    'dl' => 'has the blocking calls of the extension park, too.',
    'session_start' => 'one task at a time is in the functions of the session, of which there is one: others wait for it.',
    'session_commit' => 'as session_start().',
    'session_write_close' => 'as session_start().',
    'session_abort' => 'as session_start().',
    'session_reset' => 'as session_start().',
    'session_destroy' => 'as session_start().',
    'session_regenerate_id' => 'as session_start().',
    'curl_exec' => 'has the handle to itself: other tasks\' calls that would use or change it wait until it has ended.',
    'curl_setopt' => 'waits while another task is in a curl_exec() of the handle.',
    'curl_setopt_array' => 'waits while another task is in a curl_exec() of the handle.',
    'curl_reset' => 'waits while another task is in a curl_exec() of the handle.',
    'curl_multi_exec' => 'has the multi handle to itself while a callback of it waits: as curl_exec().',
    'curl_multi_add_handle' => 'waits while another task is in a curl_multi_exec() of the multi handle, or a curl_exec() of the handle.',
    'curl_multi_remove_handle' => 'waits while another task is in a curl_multi_exec() of the multi handle.',
    'curl_multi_close' => 'waits while another task is in a curl_multi_exec() of the multi handle.',
    'pg_close' => 'closes the connection once the calls of other tasks on it are over.',
    'pg_pconnect' => 'waits while another task makes the same connection, and returns that.',
    'PDO::__construct' => 'of a persistent connection: as pg_pconnect().',
    'PDO::connect' => 'as PDO::__construct().',
    'PDOStatement::execute' => 'waits while another task executes the statement, or fetches from it.',
    'PDOStatement::fetch' => 'as PDOStatement::execute().',
    'PDOStatement::fetchAll' => 'as PDOStatement::execute().',
    'PDOStatement::fetchColumn' => 'as PDOStatement::execute().',
    'PDOStatement::fetchObject' => 'as PDOStatement::execute().',
    'PDOStatement::getColumnMeta' => 'as PDOStatement::execute().',
    'pcntl_fork' => 'leaves TLS connections to the process, parent or child, that next reads or writes them: the other one'
        . ' closes its copy without a word to the peer.',
    'pcntl_signal' => 'is remembered for the waits that stand for a blocking system call: whether that is restarted.',
    'pcntl_async_signals' => 'when it is on, handlers also run within a wait on a socket. Then accept, select and, where'
        . ' calls are not restarted, recvfrom and sendto end as in PHP; other waits go on for what is left of their time.',
    'Fiber::suspend' => 'in a task\'s own Fiber parks the task until somebody resumes it.',
    'Fiber::resume' => 'of a task\'s own Fiber wakes the task, and returns null at once.',
    'Fiber::throw' => 'as Fiber::resume().',
];

// What later versions of PHP have by themselves.
const OWN = [
    'stream_socket_get_crypto_status' => 'What the last TLS operation on the stream would have had to wait for: a read,'
        . ' a write or a handshake that found nothing to do on a non-blocking stream. PHP\'s own since 8.6; uvstream 0.1.0'
        . " brings it to older versions.\n\n@param resource \$stream\n@return 0|1|2 STREAM_CRYPTO_STATUS_NONE, also for a stream"
        . ' without TLS, STREAM_CRYPTO_STATUS_WANT_READ or STREAM_CRYPTO_STATUS_WANT_WRITE',
];

// phpstan has no type for a function that returns T and takes whatever it takes: to it, it takes up to three arguments.
const TAKES_ANY = '/^( +\* )@template T\n +\* @param callable\(mixed\.\.\.\): T/m';
const TAKES_UP_TO_THREE = '$1@template T
$1@template A
$1@template B
$1@template C
$1@param (callable(): T)|(callable(A): T)|(callable(A, B): T)|(callable(A, B, C): T)';

function stop(string $why): never
{
    fwrite(STDERR, "$why\n");
    exit(1);
}

/** @return list<list<string>> the README's tables below a heading, by cells, and "Under `wrapper`" between them */
function readme(string $heading): array
{
    preg_match("/^## $heading\n(.*?)^## /ms", file_get_contents('README.md'), $m) || stop("README.md: no `$heading`");
    preg_match_all('/^\| [`*].*|^Under `\w+`/m', $m[1], $lines);
    return array_map(fn (string $line) => array_map('trim', explode('|', trim($line, '| '))), $lines[0]);
}

/** What the README's words for a type are in PHP's. */
function type_of(string $words): string
{
    return match (true) {
        (bool) preg_match('/^`"(\w+)"` or `"(\w+)"`$/', $words, $m) => "'$m[1]'|'$m[2]'",
        str_starts_with($words, '`"') => 'string',
        (bool) preg_match('/^int\b.* (\d+)–(\d+)$/u', $words, $m) => "int<$m[1], $m[2]>",
        (bool) preg_match('/^(int|bool)\b/', $words, $m) => $m[1],
        default => stop("README.md: what type is $words?"),
    };
}

function item(string $text): string
{
    return '- ' . wordwrap($text, 112, "\n  ") . "\n";
}

/** The settings, which the module must have as the README says. */
function settings(): string
{
    $list = '';
    $loaded = ini_get_all('uvstream');
    foreach (readme('Install') as [$name, $default, $where, $meaning]) {
        $setting = $loaded[trim($name, '`')] ?? null;
        if ($setting === null || $setting['global_value'] !== trim($default, '`')
            || [$setting['access'], $where] !== [INI_SYSTEM, 'php.ini']) {
            stop("README.md: the module has no such setting: $name, default $default, $where");
        }
        unset($loaded[trim($name, '`')]);
        $list .= item("$name: by default $default; $meaning");
    }
    return $loaded ? stop('README.md does not list ' . implode(', ', array_keys($loaded))) : $list;
}

/** Whether this PHP has the function or method: PDO::connect() came with 8.4. */
function is_callable_here(string $name): bool
{
    return str_contains($name, '::') ? method_exists(...explode('::', $name)) : function_exists($name);
}

/** The functions that the module says it replaces, with their texts. */
function replaced(ReflectionExtension $module): string
{
    ob_start();
    $module->info();
    preg_match('/^Functions replaced => (.*)$/m', ob_get_clean(), $m);
    $names = explode(', ', $m[1]);
    if ($names !== array_values(array_filter(array_keys(REPLACED), is_callable_here(...)))) {
        stop("tools/stub_file.php must have texts for these functions, in this order: $m[1]");
    }
    return implode('', array_map(fn (string $name) => item("$name(): " . REPLACED[$name]), array_keys(REPLACED)));
}

/** @return array{string, string} the context options: what each means, and the array's type */
function options(): array
{
    $list = $types = '';
    foreach (readme('Context options') as $cells) {
        if (preg_match('/^Under `(\w+)`/', $cells[0], $m)) {
            $list .= "\nUnder `$m[1]`:\n";
            $types .= ($types === '' ? '' : "    },\n") . "    $m[1]?: array{\n";
        } elseif ($cells[0][0] === '*') {
            $list .= "\nAlso there, by PHP itself only since 8.6:\n";
        } else {
            [$names, $type, $default] = $cells;
            $for = isset($cells[4]) ? ", for $cells[3]" : '';
            $default = $default === '–' ? 'none' : $default;
            $list .= item("$names: $type$for; by default $default; " . end($cells));
            preg_match_all('/\w+/', $names, $m);
            foreach ($m[0] as $name) {
                $types .= "        $name?: " . type_of($type) . ",\n";
            }
        }
    }
    return [trim($list), "array{\n$types    },\n    ...\n}"];
}

/** Those of the names that do not belong to namespace Uvstream. @param array<string, mixed> $named */
function outside(array $named): array
{
    return array_filter($named, fn (string $name) => stripos($name, 'Uvstream\\') !== 0, ARRAY_FILTER_USE_KEY);
}

/** The declarations of namespace Uvstream, without what only gen_stub.php wants to know. */
function uvstream(): string
{
    $code = '';
    foreach (glob('ext_src/php/*.stub.php') as $stub) {
        $code .= preg_replace(['/.*^namespace Uvstream;\n/ms', '/^ +\* @(strict-properties|not-serializable)\n/m', TAKES_ANY],
            ['', '', TAKES_UP_TO_THREE], file_get_contents($stub));
    }
    return trim($code);
}

function in_namespace(string $name, string $code): string
{
    return rtrim("namespace $name") . "\n{\n" . preg_replace('/^(?=.)/m', '    ', $code) . "\n}\n";
}

function doc(string $text): string
{
    return "/**\n" . preg_replace(['/^/m', '/ +$/m'], [' * ', ''], $text) . "\n */\n";
}

/** The declarations of what the module adds to this version of PHP, besides namespace Uvstream. */
function own(ReflectionExtension $module): string
{
    $code = '';
    foreach ($module->getConstants() as $name => $value) {
        $code .= "const $name = $value;\n";
    }
    foreach (outside($module->getFunctions()) as $name => $function) {
        $arguments = array_map(fn (ReflectionParameter $one) => trim($one->getType() . ' $' . $one->getName()),
            $function->getParameters());
        $text = wordwrap(OWN[$name] ?? stop("tools/stub_file.php must have a text for $name()"), 116);
        $code .= "\n" . doc($text) . "function $name(" . implode(', ', $arguments) . "): {$function->getReturnType()} {}\n";
    }
    return $code;
}

chdir(dirname(__DIR__));
$module = new ReflectionExtension('uvstream');
if (outside($module->getClasses())) {
    stop('the module has classes of its own: declare them, too');
}
[$options, $types] = options();
$global = doc("uvstream {$module->getVersion()} for IDEs and analysers. Made by tools/update_stubs; not to be run.

Its names are in namespace Uvstream, or PHP's own in later versions. It adds settings for php.ini,

" . settings() . '
and context options, see stream_context_create() below. It replaces these functions of PHP, with their signatures:

' . trim(replaced($module))) . "\n" . doc("These options are for sockets; other wrappers have theirs.

$options

@param $types|null \$options
@param array<string, mixed>|null \$params
@return resource") . "function stream_context_create(?array \$options = null, ?array \$params = null) {}\n\n"
    . own($module);
$file = "<?php\n\n" . in_namespace('', trim($global)) . "\n" . in_namespace('Uvstream', uvstream());

if (($argv[1] ?? '') === '--check') {
    $file === @file_get_contents('stubs/uvstream.php') || stop('stubs/uvstream.php is old, run tools/update_stubs');
    echo "stubs: ok\n";
    exit;
}
file_put_contents('stubs/uvstream.php', $file);
