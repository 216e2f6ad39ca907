--TEST--
select: elements that are closed, or no streams, are TypeErrors
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = unix_pair();
[$c, $d] = connect_pair();
$closed = fopen('/dev/null', 'r');
fclose($closed);
fclose($d);
fclose($b);
$wrong = ['closed' => $closed, 'closed socket' => $d, 'string' => 'x', 'int' => 5, 'null' => null, 'array' => [$a],
    'object' => new stdClass, 'context' => stream_context_create()];
foreach ($wrong as $name => $element) {
    echo "$name: ", select_line(['a' => $a, 'wrong' => $element]), "\n";
    echo "alone: ", select_line([$element]), "\n";
    echo "write: ", select_line(null, ['wrong' => $element, 'a' => $a, 'c' => $c]), "\n";
    echo "except: ", select_line(['a' => $a], ['c' => $c], ['wrong' => $element]), "\n";
}
?>
--EXPECT--
closed: TypeError: stream_select(): supplied resource is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied resource is not a valid stream resource
except: TypeError: stream_select(): supplied resource is not a valid stream resource
closed socket: TypeError: stream_select(): supplied resource is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied resource is not a valid stream resource
except: TypeError: stream_select(): supplied resource is not a valid stream resource
string: TypeError: stream_select(): supplied argument is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied argument is not a valid stream resource
except: TypeError: stream_select(): supplied argument is not a valid stream resource
int: TypeError: stream_select(): supplied argument is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied argument is not a valid stream resource
except: TypeError: stream_select(): supplied argument is not a valid stream resource
null: TypeError: stream_select(): supplied argument is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied argument is not a valid stream resource
except: TypeError: stream_select(): supplied argument is not a valid stream resource
array: TypeError: stream_select(): supplied argument is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied argument is not a valid stream resource
except: TypeError: stream_select(): supplied argument is not a valid stream resource
object: TypeError: stream_select(): supplied argument is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied argument is not a valid stream resource
except: TypeError: stream_select(): supplied argument is not a valid stream resource
context: TypeError: stream_select(): supplied resource is not a valid stream resource
alone: ValueError: No stream arrays were passed; [0] null null
write: TypeError: stream_select(): supplied resource is not a valid stream resource
except: TypeError: stream_select(): supplied resource is not a valid stream resource
