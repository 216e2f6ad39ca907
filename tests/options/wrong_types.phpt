--TEST--
Options of the wrong type: an error where only we read them or 8.6 has a range, a warning where stock takes anything
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
[$server, $name] = listen_on();
$most = PHP_OS_FAMILY === 'Linux' ? 32767 : 2147483647; // seconds that the system takes
ob_start(fn ($text) => str_replace([$name, "keepidle context option must be between 1 and $most,"],
    ['NAME', 'keepidle context option must be between 1 and MOST,'], $text));
foreach ([
    ['socket', 'backlog', ['many', '5 or so', [], '5', ' 5', 5.0, true, null]],
    ['socket', 'so_linger', ['text', [1], '5', null]],
    ['socket', 'so_keepalive', [[], new stdClass, 'yes', '', 5, null]],
    ['socket', 'so_reuseaddr', [['no'], 'no', 0.5]],
    ['socket', 'so_rcvbuf', ['much', [1000], '5 or so', '10000', 1e4, true]],
    ['socket', 'tcp_keepidle', ['long', [60], '60', null]],
    ['socket', 'ipv6_v6only', [[], 'yes']],
    ['socket', 'tcp_nodelay', [[], 'yes']],
    ['uvstream', 'cloexec', [[], 'false', 1.0, false, 0, '0', null]],
    ['uvstream', 'handshake', [5, 'later', 'lazy']],
    ['uvstream', 'handshakes', ['lazy']],
    ['uvstream', "clo\nexec", [true]],
] as [$wrapper, $option, $values]) {
    foreach ($values as $value) {
        $context = stream_context_create([$wrapper => [$option => $value]]);
        $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
        foreach ($wrapper === 'uvstream' ? ['tcp', 'unix'] : ['tcp'] as $transport) {
            $path = temp_path('wrong-types');
            $at = $transport === 'unix' ? "unix://$path" : 'tcp://127.0.0.1:0';
            set_error_handler(function ($level, $text) use ($path) {
                if (error_reporting() & $level) echo '  ', str_replace($path, 'PATH', $text), "\n";
            });
            echo json_encode([$option => $value]), "\n";
            $before = count_descriptors();
            $made = stream_socket_server($at, $errno, $errstr, $flags, $context);
            echo $made ? '' : "  $errno, $errstr, " . count_descriptors() - $before . ' left, ' . (file_exists($path) ? 'a file' : 'no file') . "\n";
            $made = null;
            restore_error_handler();
            @unlink($path);
        }
    }
}
$context = stream_context_create(['uvstream' => ['handshakes' => 'lazy']]);
var_dump(@stream_socket_client($name, $errno, $errstr, 5, STREAM_CLIENT_CONNECT, $context), $errno, $errstr);
$context = stream_context_create(['socket' => ['backlog' => str_repeat('x', 100) . 'y']]);
set_error_handler(fn ($level, $text) => print(strlen($text) . ' bytes, to its end: ' . substr($text, -16) . "\n"));
stream_socket_server('tcp://127.0.0.1:0', context: $context);
restore_error_handler();
var_dump(@stream_socket_accept($server, 0)); // nobody has connected
?>
--EXPECT--
{"backlog":"many"}
  stream_socket_server(): backlog context option must be a number, "many" given
{"backlog":"5 or so"}
  stream_socket_server(): backlog context option must be a number, "5 or so" given
{"backlog":[]}
  stream_socket_server(): backlog context option must be a number, array given
{"backlog":"5"}
{"backlog":" 5"}
{"backlog":5}
{"backlog":true}
{"backlog":null}
{"so_linger":"text"}
  stream_socket_server(): so_linger context option must be a number, "text" given
{"so_linger":[1]}
  stream_socket_server(): so_linger context option must be a number, array given
{"so_linger":"5"}
{"so_linger":null}
{"so_keepalive":[]}
  stream_socket_server(): so_keepalive context option must be a bool, array given
{"so_keepalive":{}}
  stream_socket_server(): so_keepalive context option must be a bool, stdClass given
{"so_keepalive":"yes"}
{"so_keepalive":""}
{"so_keepalive":5}
{"so_keepalive":null}
{"so_reuseaddr":["no"]}
  stream_socket_server(): so_reuseaddr context option must be a bool, array given
{"so_reuseaddr":"no"}
{"so_reuseaddr":0.5}
{"so_rcvbuf":"much"}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (so_rcvbuf context option must be between 1 and 2147483647, string given)
  0, so_rcvbuf context option must be between 1 and 2147483647, string given, 0 left, no file
{"so_rcvbuf":[1000]}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (so_rcvbuf context option must be between 1 and 2147483647, array given)
  0, so_rcvbuf context option must be between 1 and 2147483647, array given, 0 left, no file
{"so_rcvbuf":"5 or so"}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (so_rcvbuf context option must be between 1 and 2147483647, string given)
  0, so_rcvbuf context option must be between 1 and 2147483647, string given, 0 left, no file
{"so_rcvbuf":"10000"}
{"so_rcvbuf":10000}
{"so_rcvbuf":true}
{"tcp_keepidle":"long"}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (tcp_keepidle context option must be between 1 and MOST, string given)
  0, tcp_keepidle context option must be between 1 and MOST, string given, 0 left, no file
{"tcp_keepidle":[60]}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (tcp_keepidle context option must be between 1 and MOST, array given)
  0, tcp_keepidle context option must be between 1 and MOST, array given, 0 left, no file
{"tcp_keepidle":"60"}
{"tcp_keepidle":null}
{"ipv6_v6only":[]}
{"ipv6_v6only":"yes"}
{"tcp_nodelay":[]}
{"tcp_nodelay":"yes"}
{"cloexec":[]}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (cloexec context option must be a bool, array given)
  0, cloexec context option must be a bool, array given, 0 left, no file
{"cloexec":[]}
  stream_socket_server(): Unable to connect to unix://PATH (cloexec context option must be a bool, array given)
  0, cloexec context option must be a bool, array given, 0 left, no file
{"cloexec":"false"}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (cloexec context option must be a bool, "false" given)
  0, cloexec context option must be a bool, "false" given, 0 left, no file
{"cloexec":"false"}
  stream_socket_server(): Unable to connect to unix://PATH (cloexec context option must be a bool, "false" given)
  0, cloexec context option must be a bool, "false" given, 0 left, no file
{"cloexec":1}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (cloexec context option must be a bool, float given)
  0, cloexec context option must be a bool, float given, 0 left, no file
{"cloexec":1}
  stream_socket_server(): Unable to connect to unix://PATH (cloexec context option must be a bool, float given)
  0, cloexec context option must be a bool, float given, 0 left, no file
{"cloexec":false}
{"cloexec":false}
{"cloexec":0}
{"cloexec":0}
{"cloexec":"0"}
{"cloexec":"0"}
{"cloexec":null}
{"cloexec":null}
{"handshake":5}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (handshake context option must be "eager" or "lazy", int given)
  0, handshake context option must be "eager" or "lazy", int given, 0 left, no file
{"handshake":5}
  stream_socket_server(): Unable to connect to unix://PATH (handshake context option must be "eager" or "lazy", int given)
  0, handshake context option must be "eager" or "lazy", int given, 0 left, no file
{"handshake":"later"}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (handshake context option must be "eager" or "lazy", "later" given)
  0, handshake context option must be "eager" or "lazy", "later" given, 0 left, no file
{"handshake":"later"}
  stream_socket_server(): Unable to connect to unix://PATH (handshake context option must be "eager" or "lazy", "later" given)
  0, handshake context option must be "eager" or "lazy", "later" given, 0 left, no file
{"handshake":"lazy"}
{"handshake":"lazy"}
{"handshakes":"lazy"}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (uvstream context option "handshakes" is unknown: there are "cloexec" and "handshake")
  0, uvstream context option "handshakes" is unknown: there are "cloexec" and "handshake", 0 left, no file
{"handshakes":"lazy"}
  stream_socket_server(): Unable to connect to unix://PATH (uvstream context option "handshakes" is unknown: there are "cloexec" and "handshake")
  0, uvstream context option "handshakes" is unknown: there are "cloexec" and "handshake", 0 left, no file
{"clo\nexec":true}
  stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (uvstream context option "clo\nexec" is unknown: there are "cloexec" and "handshake")
  0, uvstream context option "clo\nexec" is unknown: there are "cloexec" and "handshake", 0 left, no file
{"clo\nexec":true}
  stream_socket_server(): Unable to connect to unix://PATH (uvstream context option "clo\nexec" is unknown: there are "cloexec" and "handshake")
  0, uvstream context option "clo\nexec" is unknown: there are "cloexec" and "handshake", 0 left, no file
bool(false)
int(0)
string(84) "uvstream context option "handshakes" is unknown: there are "cloexec" and "handshake""
176 bytes, to its end: xxxxxx..." given
bool(false)
