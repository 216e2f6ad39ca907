<?php
// What compare() may pass over. Each rule names its row of DIVERGENCES.md, by words that stand there; where a row goes, its
// rule must go (tools/check_package sees to it). After a rule that ends, two traces can not be compared any further.
declare(strict_types=1);

/** @return list<array{row: string, ends: bool, fits: callable(Step): bool}> */
function rules(): array
{
    return [
        [
            'row' => '`stream_socket_server()` gives error code 0 for every failed bind and listen',
            'ends' => false,
            'fits' => fn (Step $step) => $step->calls('stream_socket_server') && $step->stock_says('= \[false, 0, ')
                && $step->we_say('= \[false, [1-9]\d*, "[^"]'),
        ],
        [
            'row' => 'port `99999` wraps, `abc` becomes 0',
            'ends' => false,
            'fits' => fn (Step $step) => $step->we_say('\bport\b') && !$step->stock_says('\bport\b'),
        ],
        [
            'row' => '`Failed to parse address "127.0.0.1"`, and of an IPv6 address the same',
            'ends' => false,
            'fits' => fn (Step $step) => $step->stock_says('Failed to parse (IPv6 )?address')
                && $step->we_say('Failed to parse (IPv6 )?address .*": '),
        ],
        [
            'row' => 'a connect to `unix://` without a path',
            'ends' => false,
            'fits' => fn (Step $step) => $step->stock_says('Invalid argument') && $step->we_say('\(the path is empty'),
        ],
        [
            'row' => "accept's `\$peer_name` for an unnamed unix peer is uninitialised memory",
            'ends' => false,
            'fits' => fn (Step $step) => $step->calls('stream_socket_accept.*\$peer')
                && $step->we_say('^= \[<stream>, ""\]$') && $step->stock_says('^= \[<stream>, '),
        ],
        [
            'row' => 'a failing `stream_socket_recvfrom()` reports an uninitialised peer',
            'ends' => false,
            'fits' => fn (Step $step) => $step->calls('stream_socket_recvfrom')
                && $step->we_say('^= \[\w+, (false|""), (""|NULL)\]$') && $step->stock_says('^= \[\w+, (false|""), '),
        ],
        [
            'row' => 'a zero-length datagram sets end-of-file',
            'ends' => true,
            'fits' => fn (Step $step) => $step->earlier("(datagrams\(|STREAM_SOCK_DGRAM|'udp|'udg)")
                && $step->earlier("(fwrite|sendto|copy_to).*''") && $step->stock_says('eof: true|^= true')
                && $step->we_say('eof: false|^= false'),
        ],
        [
            'row' => 'waits all the same, changes the arrays, and only then throws',
            'ends' => false,
            'fits' => fn (Step $step) => $step->calls('choose') && $step->stock_says('TypeError: ')
                && $step->we_say('TypeError: '),
        ],
        [
            'row' => '`stream_socket_sendto()` and `stream_socket_recvfrom()` on a TLS stream send and receive in plain',
            'ends' => true,
            'fits' => fn (Step $step) => $step->calls('stream_socket_(sendto|recvfrom)')
                && $step->we_say('TLS|encrypted'),
        ],
        [
            'row' => 'TLS on `unix://`, `stream_socket_pair()` and `php://fd`',
            'ends' => true,
            'fits' => fn (Step $step) => $step->calls('enable_crypto|shake')
                && $step->stock_says('does not support SSL'),
        ],
        [
            'row' => 'with a timeout of 0, or on a non-blocking listener, accept waits for the handshake all the same',
            'ends' => true,
            'fits' => fn (Step $step) => $step->calls('accept') && $step->earlier('ssl://')
                && $step->stock_says('= (\[)?false') && $step->we_say('= (\[)?<stream>'),
        ],
        [
            'row' => 'a handshake that fails in an accept warns up to three times',
            'ends' => false,
            'fits' => fn (Step $step) => $step->calls('accept') && $step->we_say('Accept failed: ')
                && $step->stock_says('Accept failed: (Success|Cannot enable crypto)'),
        ],
        [
            'row' => 'with asynchronous signals on, a signal that came just before the call is noticed when the wait ends',
            'ends' => true,
            'fits' => fn (Step $step) => $step->calls('choose') && $step->earlier('(handle_signals|signalled)\(true')
                && $step->we_say('Unable to select \[4\]'),
        ],
        [
            'row' => 'on a stream from an asynchronous connect that says it is blocking fail at once',
            'ends' => true,
            'fits' => fn (Step $step) => $step->calls('stream_socket_recvfrom') && $step->earlier('ASYNC_CONNECT')
                && $step->stock_says('= (\[[^,]*, )?false'),
        ],
        [
            'row' => '`stream_select()` finds a stream writable within a handshake that does not block',
            'ends' => true,
            'fits' => fn (Step $step) => $step->calls('choose') && $step->earlier('enable_crypto|shake|ssl://'),
        ],
        [
            'row' => 'bytes that were read in plain along with the line before a handshake',
            'ends' => true,
            'fits' => fn (Step $step) => $step->calls('enable_crypto|shake') && $step->we_say('came before the handshake'),
        ],
        [
            'row' => 'may have given OpenSSL up to 16,384 bytes',
            'ends' => true,
            'fits' => fn (Step $step) => $step->earlier('secured|shake') && $step->earlier('fill\\(')
                && $step->calls('fwrite|copy_to|fflush|fgets|fread|get_contents|get_line|choose|ftell|state'),
        ],
        [
            'row' => 'accept on a unix listener that was shut down',
            'ends' => false,
            'fits' => fn (Step $step) => $step->calls('stream_socket_accept') && $step->earlier('shutdown')
                && $step->stock_says('Accept failed: Resource temporarily') && $step->we_say('Accept failed: Invalid argument'),
        ],
        [
            'row' => 'nothing but a byte of urgent data',
            'ends' => true,
            'fits' => fn (Step $step) => $step->earlier('STREAM_OOB'),
        ],
    ];
}

/** The rule that a difference falls under. */
function rule_for(Step $step): ?array
{
    static $rules = null;
    $rules ??= rules();
    foreach ($rules as $rule) {
        if ($rule['fits']($step)) return $rule;
    }
    return null;
}

/** Rows that rules name and the list does not have (any more). */
function rows_gone(): array
{
    $list = file_get_contents(dirname(__DIR__, 2) . '/DIVERGENCES.md');
    return array_filter(array_column(rules(), 'row'), fn ($row) => !str_contains($list, $row));
}
