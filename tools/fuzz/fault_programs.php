<?php
// Small programs, one for each kind of operation: [what stands before, the line in which calls fail, what must work after].
declare(strict_types=1);

const TCP = "[\$s[0], \$s[1]] = keep(connected('tcp://127.0.0.1:0'))";
const PAIR = '[$s[0], $s[1]] = keep(stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0))';
const DATAGRAMS = '[$s[0], $s[1]] = keep(datagrams())';
const LISTENER = "\$s[0] = keep(stream_socket_server('tcp://127.0.0.1:0'))";
const CLIENT = "\$s[1] = keep(stream_socket_client(at(\$s[0], 'tcp'), \$no, \$text, 1))";
const GREETING = ["fwrite(\$s[0], 'greeting')", 'fread($s[1], 8192)'];

/** Many streams, so that the event loop is there; the first is readable. */
const MANY = [
    'for_each_slot(fn () => stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0))',
    "fwrite(\$s[0][0], 'x')",
];
const CHOOSE_MANY = 'choose_among_pairs(2000)';

const FAULT_PROGRAMS = [
    'server' => [
        [],
        "[\$s[0] = stream_socket_server('tcp://127.0.0.1:0', \$no, \$text), \$no, \$text]",
        [LISTENER, CLIENT],
    ],
    'server by name' => [
        [],
        "[\$s[0] = stream_socket_server('tcp://localhost:0', \$no, \$text), \$no, \$text]",
        [LISTENER, CLIENT],
    ],
    'server with options' => [
        [],
        "[\$s[0] = stream_socket_server('tcp://127.0.0.1:0', \$no, \$text, 12, stream_context_create(['socket' => ['so_reuseport' => true, 'tcp_nodelay' => true]])), \$no, \$text]",
        [LISTENER],
    ],
    'udp server' => [
        [],
        "[\$s[0] = stream_socket_server('udp://127.0.0.1:0', \$no, \$text, STREAM_SERVER_BIND), \$no, \$text]",
        [DATAGRAMS],
    ],
    'unix server' => [[], "[\$s[0] = stream_socket_server('unix://socket-1', \$no, \$text), \$no, \$text]", [PAIR]],
    'client' => [
        [LISTENER],
        "[\$s[1] = keep(stream_socket_client(at(\$s[0], 'tcp'), \$no, \$text, 1)), \$no, \$text]",
        [CLIENT],
    ],
    'client by name' => [
        [LISTENER],
        "[\$s[1] = keep(stream_socket_client(str_replace('127.0.0.1', 'localhost', at(\$s[0], 'tcp')), \$no, \$text, 1)), \$no, \$text]",
        [CLIENT],
    ],
    'asynchronous client' => [
        [LISTENER],
        "[\$s[1] = keep(stream_socket_client(at(\$s[0], 'tcp'), \$no, \$text, 1, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT)), \$no, \$text]",
        [CLIENT],
    ],
    'unix client' => [
        ["\$s[0] = stream_socket_server('unix://socket-1')"],
        "[\$s[1] = keep(stream_socket_client('unix://socket-1', \$no, \$text, 1)), \$no, \$text]",
        [PAIR],
    ],
    'http' => [
        [LISTENER],
        "file_get_contents(at(\$s[0], 'http'), false, stream_context_create(['http' => ['timeout' => 0.01]]))",
        [CLIENT],
    ],
    'accept' => [
        [LISTENER, CLIENT],
        '[$s[2] = keep(stream_socket_accept($s[0], 0.05, $peer)), $peer]',
        ['$s[2] = keep(stream_socket_accept($s[0], 0.05))'],
    ],
    'accept in vain' => [
        [LISTENER],
        '$s[2] = keep(stream_socket_accept($s[0], 0.005))',
        [CLIENT, 'is_stream($s[2] = stream_socket_accept($s[0], 0.05))'],
    ],
    'accept on TLS' => [
        ["\$s[0] = keep(stream_socket_server('ssl://127.0.0.1:0', \$no, \$text, 12, stream_context_create(serving())))", CLIENT],
        '$s[2] = keep(stream_socket_accept($s[0], 0.005))',
        [],
    ],
    'read' => [[TCP, "fwrite(\$s[1], 'hello')"], 'fread($s[0], 8192)', GREETING],
    'read in vain' => [[TCP], 'fread($s[0], 8192)', GREETING],
    'line' => [[PAIR, "fwrite(\$s[1], \"one\\ntwo\")"], '[fgets($s[0]), fgets($s[0])]', GREETING],
    'contents' => [[TCP, "fwrite(\$s[1], 'hello')", 'fclose($s[1])'], 'stream_get_contents($s[0])', []],
    'write' => [
        [TCP],
        "fwrite(\$s[0], str_repeat('w', 20000))",
        ['stream_set_blocking($s[1], false)', 'strlen(fread($s[1], 100))'],
    ],
    'write into a full buffer' => [[PAIR, 'fill($s[0])'], "fwrite(\$s[0], 'more')", ['feof($s[0])']],
    'copy' => [
        [TCP, "fwrite(\$s[1], str_repeat('c', 5000))", "\$s[2] = fopen('php://memory', 'w+')"],
        'stream_copy_to_stream($s[0], $s[2], 5000)',
        GREETING,
    ],
    'end' => [[TCP, 'fclose($s[1])'], 'feof($s[0])', []],
    'no end' => [[TCP], 'feof($s[0])', GREETING],
    'recvfrom' => [
        [DATAGRAMS, "fwrite(\$s[0], 'd')"],
        'stream_socket_recvfrom($s[1], 100)',
        ["fwrite(\$s[0], 'e')", 'fread($s[1], 100)'],
    ],
    'datagram' => [[DATAGRAMS], "fwrite(\$s[0], 'd')", ["fwrite(\$s[0], 'e')"]],
    'sendto' => [[DATAGRAMS], "stream_socket_sendto(\$s[0], 'd')", ["fwrite(\$s[0], 'e')"]],
    'select' => [[TCP, "fwrite(\$s[1], 'x')"], 'choose([0, 1], [], [], 2000)', GREETING],
    'select in vain' => [[TCP], 'choose([0, 1], [], [], 2000)', GREETING],
    'select of many' => [MANY, CHOOSE_MANY, [CHOOSE_MANY]],
    'select of many again' => [[...MANY, CHOOSE_MANY], CHOOSE_MANY, [CHOOSE_MANY]],
    'select and close' => [
        [...MANY, CHOOSE_MANY],
        'fclose($s[0][1])',
        ["fwrite(\$s[1][0], 'x')", '$s[0] = null', CHOOSE_MANY],
    ],
    'handshake' => [
        ["[\$s[0], \$s[1]] = keep(secured())"],
        'shake($s[0], $s[1], STREAM_CRYPTO_METHOD_TLS_CLIENT, STREAM_CRYPTO_METHOD_TLS_SERVER)',
        [],
    ],
    'read over TLS' => [
        ["[\$s[0], \$s[1]] = keep(secured('1_2'))", "fwrite(\$s[1], 'hello')"],
        'fread($s[0], 8192)',
        [],
    ],
    'read over TLS in vain' => [["[\$s[0], \$s[1]] = keep(secured('1_2'))"], 'fread($s[0], 8192)', []],
    'write over TLS' => [["[\$s[0], \$s[1]] = keep(secured('1_2'))"], "fwrite(\$s[0], 'hello')", []],
    'close over TLS' => [["[\$s[0], \$s[1]] = keep(secured('1_2'))"], 'fclose($s[0])', ['feof($s[1])']],
    'pair' => [[], '$s[0] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0)', [PAIR]],
    'blocking and back' => [[TCP], '[stream_set_blocking($s[0], false), stream_set_blocking($s[0], true)]', GREETING],
    'shutdown' => [[TCP], 'stream_socket_shutdown($s[0], STREAM_SHUT_WR)', ['fread($s[1], 10)', 'feof($s[1])']],
    'names' => [
        [TCP],
        '[(bool) stream_socket_get_name($s[0], true), (bool) stream_socket_get_name($s[0], false)]',
        GREETING,
    ],
    'php://fd' => [[TCP], '$s[2] = keep(copy_of($s[0]))', ["fwrite(\$s[1], 'hello')", 'fread($s[0], 10)']],
    'import' => [[TCP], '$s[2] = socket_import_stream($s[0])', GREETING],
    'export' => [[TCP, '$s[2] = socket_import_stream($s[0])'], 'keep($s[3] = socket_export_stream($s[2]))', GREETING],
];
