//! A site around a report: menus, a table of metadata, tools for letters and sharing, lists, a footer.

use super::chance::Chance;
use super::html::escaped;
use super::page::Page;

/// Wraps a report's HTML in a site. `meta` is the declaration of the encoding.
pub fn around(page: &Page, meta: &str, body: &str, chance: &mut Chance) -> String {
    let title = escaped(&page.title);
    let mut html =
        format!("<!DOCTYPE html>\n<html>\n<head>\n{meta}<title>{title}_云陂县人民政府门户网站</title>\n");
    html.push_str("<meta name=\"SiteName\" content=\"云陂县人民政府\" />\n<meta name=\"ColumnName\" content=\"政府信息公开年报\" />\n");
    html.push_str(&format!("<meta name=\"ArticleTitle\" content=\"{title}\" />\n"));
    if let Some(date) = &page.date {
        html.push_str(&format!("<meta name=\"PubDate\" content=\"{date} 09:30\" />\n"));
        html.push_str(&format!("<meta name=\"ContentSource\" content=\"{}\" />\n", page.publisher));
    }
    html.push_str(
        "<link rel=\"stylesheet\" href=\"/static/site.css\">\n<style>.zoom{font-size:16px} td{padding:2px}</style>\n\
         <script>var visits = 12345; if (visits < 3 && 1 > 0) { document.write(\"<table><tr><td>8</td></tr></table>\"); }</script>\n\
         </head>\n<body class=\"article\">\n<!-- header: 2 columns <table> -->\n\
         <div class=\"top\"><a href=\"/\">首页</a> | <a href=\"/zw/\">政务公开</a> | <a href=\"/hd/\">互动交流</a> | \
         <a href=\"/big5/\">繁體</a> | <a href=\"javascript:;\">适老化</a></div>\n\
         <form action=\"/search\"><input type=\"text\" value=\"请输入关键词\"><select><option>全站</option><option>本栏目</option></select>\
         <button>搜索</button></form>\n\
         <div class=\"crumbs\">当前位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>政府信息公开年报</a></div>\n",
    );
    if chance.odds(2, 3) {
        html.push_str(&metadata(page, chance));
    }
    if chance.odds(1, 2) {
        html.push_str(&format!("<h1 class=\"headline\">{title}</h1>\n"));
    }
    html.push_str(
        "<div class=\"tools\">字号：<a>大</a> <a>中</a> <a>小</a> &nbsp; <a>打印</a> &nbsp; <a>收藏</a> &nbsp; 浏览次数：<span id=\"hits\">1024</span></div>\n\
         <div id=\"zoom\" class=\"TRS_Editor\">\n",
    );
    html.push_str(body);
    html.push_str(
        "</div>\n<div class=\"share\">分享到：<a title=\"微信\"></a><a title=\"微博\"></a> 扫一扫在手机打开当前页</div>\n\
         <div class=\"related\"><h3>相关文档</h3><ul><li>政府信息公开指南</li><li>政府信息公开制度</li></ul></div>\n\
         <noscript><p>请启用脚本</p></noscript>\n\
         <div class=\"footer\"><p>主办：云陂县人民政府办公室 &nbsp; 技术支持：云陂县大数据中心</p>\
         <p>网站标识码：3599990001 &nbsp; 闽ICP备00000000号 &nbsp; 联系电话：0599-0000000</p></div>\n\
         <script>/* 三、收到和处理政府信息公开申请情况 */ (function(){ var a = [1,2,3]; })();</script>\n</body>\n</html>\n",
    );
    html
}

fn metadata(page: &Page, chance: &mut Chance) -> String {
    let date = page.date.clone().unwrap_or_default();
    let publisher = escaped(&page.publisher);
    let title = escaped(&page.title);
    if chance.odds(1, 2) {
        format!(
            "<table class=\"meta\" width=\"100%\"><tr><td>索引号：</td><td>YB00100-0202-0007</td><td>信息分类：</td><td>政府信息公开年报</td></tr>\n\
             <tr><td>发布机构：</td><td>{publisher}</td><td>成文日期：</td><td>{date}</td></tr>\n\
             <tr><td>标题：</td><td colspan=\"3\">{title}</td></tr>\n\
             <tr><td>文号：</td><td></td><td>有效性：</td><td>有效</td></tr></table>\n"
        )
    } else {
        format!(
            "<div class=\"meta\"><span>来源：{publisher}</span> <span>时间：{date}</span> <span>【字体：大 中 小】</span></div>\n"
        )
    }
}
