--TEST--
Opening a FIFO in {main}, with no tasks and beside one; what does not wait, or fails, is stock's
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/temp_path.inc';
posix_mkfifo($path = temp_path('fifo'), 0600);

function look(string $path): void
{
    $child = in_child(fn () => file_put_contents($path, 'of a child'));
    echo file_get_contents($path), ' ', ended($child), "\n";
    $both = fopen($path, 'r+');
    fwrite($both, "both\n");
    $one = fopen($path, 'r');
    echo fgets($one);
    var_dump(@fopen($path, 'x'), @fopen("$path-none", 'r'), error_get_last()['message'], is_resource(fopen($path, 'rn')));
}
look($path);
if (!function_exists('Uvstream\spawn')) exit;
$task = Uvstream\spawn(fn () => Uvstream\delay(60));
echo "-- beside a task\n";
look($path);
$task->cancel();
?>
--EXPECTF--
of a child 0
both
bool(false)
bool(false)
string(%d) "fopen(%S): Failed to open stream: No such file or directory"
bool(true)
-- beside a task
of a child 0
both
bool(false)
bool(false)
string(%d) "fopen(%S): Failed to open stream: No such file or directory"
bool(true)
