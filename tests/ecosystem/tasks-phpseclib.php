<?php
// library: phpseclib/phpseclib
// needs: openssh-server openssh-client
// tasks: yes
// limit: 240
declare(strict_types=1);

use phpseclib3\Crypt\PublicKeyLoader;
use phpseclib3\Net\SFTP;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tasks.php';

/** A session on $port, logged in. */
function session(int $port): SFTP
{
    $session = new SFTP('127.0.0.1', $port, 60);
    $session->setTimeout(60);
    $user = posix_getpwuid(posix_getuid())['name'];
    $session->login($user, PublicKeyLoader::load(file_get_contents(temp_path('user_key')))) || throw new RuntimeException('no login');
    return $session;
}

scenario('20 logins, commands and files of as many tasks', function () {
    [$port] = ssh_server();
    return as_long_as_the_slowest('20 sessions', 20, function (int $i) use ($port) {
        [$session, $path, $content] = [session($port), temp_path("file$i"), payload(5000 * $i)];
        return must_be('the command', "command $i\n", $session->exec("sleep 0.2; echo command $i"))
            && $session->put($path, $content) && must_be('the file', $content, $session->get($path))
            && must_be('the file by a command', $content, $session->exec("cat $path"));
    });
});

scenario('commands that wait, on 50 sessions', function () {
    [$port] = ssh_server();
    [$sessions] = at_once(50, fn () => session($port));
    overlapping('50 commands', 50, 0.5, fn (int $i, float $seconds) =>
        must_be("command $i", "$i\n", $sessions[$i]->exec("sleep $seconds; echo $i")));
    return true;
});
