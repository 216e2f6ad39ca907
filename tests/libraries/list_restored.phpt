--TEST--
what a library calls is the system's again when PHP ends, also when a module that was loaded by dl() has gone before it
--SKIPIF--
<?php
if (file_get_contents(PHP_BINARY, false, null, 0, 2) === '#!') die('skip PHP is started by a script that says what is loaded first');
if (!is_executable('/usr/bin/cc')) die('skip no compiler');
if (!in_array(php_uname('m'), ['x86_64', 'aarch64'])) die('skip other tables');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
require __DIR__ . '/../inc/temp_path.inc';

// A library that is there before PHP is, and polls when all else has ended.
file_put_contents($source = temp_path('ends.c'), '
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <poll.h>
    #include <stdio.h>
    __attribute__((destructor)) static void end(void) {
        void* its = dlsym(RTLD_NEXT, "poll");
        printf("by %s poll: %d\n", its == (void*)poll ? "the system\'s" : "another", poll(NULL, 0, 1));
        fflush(stdout);
    }
');
$library = temp_path('libends') . '.so';
passthru('cc -x c -shared -fPIC -o ' . escapeshellarg($library) . ' ' . escapeshellarg($source));
preg_match('~extension="?(.*)(/uvstream\.so)~', implode("\n", php_with_options()), $found);

function told(array $options, string $code): void
{
    global $library;
    $name = basename($library, '.so');
    $options = [...$options, '-d', "uvstream.park_libraries=$name", '-r', $code . '
        ob_start();
        (new ReflectionExtension("uvstream"))->info();
        preg_match("/^Libraries whose calls are replaced => (.*)/m", ob_get_clean(), $found);
        echo str_replace("' . $name . '", "the library", $found[1]), "\n";
    '];
    $env = ['LD_PRELOAD' => $library] + getenv();
    $child = proc_open($options, [1 => STDOUT, 2 => STDOUT], $pipes, null, $env);
    $code = proc_close($child);
    echo "exit code $code\n";
}

told(php_with_options(), '');
told([PHP_BINARY, '-n', '-d', 'enable_dl=1', '-d', "extension_dir=$found[1]"], 'dl("uvstream.so");');
unlink($library);
?>
--EXPECT--
the library (poll)
by the system's poll: 0
exit code 0
the library (poll)
by the system's poll: 0
exit code 0
