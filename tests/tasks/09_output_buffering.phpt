--TEST--
tasks, promise 9: the page's body is whole, whoever buffers it: php.ini, {main}, tasks; and what tasks write at the end is behind it
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';

$ends = ['returns' => '', 'exit' => 'exit;', 'exit in a task' => 'spawn(fn () => exit); delay(60);',
    'an exception' => 'throw new Exception;', 'a fatal error' => 'trigger_error("fatal", E_USER_ERROR);'];
foreach ([[], ['-d', 'output_buffering=4096'], ['-d', 'output_buffering=4']] as $options) {
    foreach (['' => '', 'ob_start(), ' => 'ob_start();', 'a callback, ' => 'ob_start(fn ($text) => strtoupper($text));'] as $name => $begin) {
        foreach ($ends as $what => $end) {
            $child = proc_open([...php_with_options(), '-d', 'display_errors=0', '-d', 'log_errors=0', ...$options, '-r', "
                use function Uvstream\{delay, spawn};
                $begin
                echo 'head ';
                spawn(function () {
                    try {
                        echo 'task ';
                        delay(60);
                    } finally {
                        echo 'tail ';
                    }
                });
                spawn(fn () => stream_socket_accept(stream_socket_server('tcp://127.0.0.1:0'), -1));
                delay(0);
                echo 'body ';
                $end"], [1 => ['pipe', 'w']], $pipes);
            $seen[strtolower(stream_get_contents($pipes[1]))][] = "$name$what";
            proc_close($child);
        }
    }
    echo end($options) ?: 'not buffered', "\n";
    foreach ($seen as $text => $whats) echo "  $text: ", implode('; ', $whats), "\n";
    $seen = [];
}
?>
--EXPECT--
not buffered
  head task body tail : returns; exit; exit in a task; an exception; ob_start(), returns; ob_start(), exit; ob_start(), exit in a task; ob_start(), an exception; a callback, returns; a callback, exit; a callback, exit in a task; a callback, an exception
  head task body : a fatal error; ob_start(), a fatal error; a callback, a fatal error
output_buffering=4096
  head task body tail : returns; exit; exit in a task; an exception; ob_start(), returns; ob_start(), exit; ob_start(), exit in a task; ob_start(), an exception; a callback, returns; a callback, exit; a callback, exit in a task; a callback, an exception
  head task body : a fatal error; ob_start(), a fatal error; a callback, a fatal error
output_buffering=4
  head task body tail : returns; exit; exit in a task; an exception; ob_start(), returns; ob_start(), exit; ob_start(), exit in a task; ob_start(), an exception; a callback, returns; a callback, exit; a callback, exit in a task; a callback, an exception
  head task body : a fatal error; ob_start(), a fatal error; a callback, a fatal error
