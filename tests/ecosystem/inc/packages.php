<?php
// The packages of packages/, as Composer would load them.
declare(strict_types=1);

spl_autoload_register(function (string $class): void {
    foreach (glob(dirname(__DIR__, 3) . '/packages/*', GLOB_ONLYDIR) as $package) {
        $made = json_decode(file_get_contents("$package/composer.json"), true)['autoload']['psr-4'];
        foreach ($made as $prefix => $folder) {
            $file = "$package/$folder" . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
            if (str_starts_with($class, $prefix) && is_file($file)) require_once $file;
        }
    }
});
